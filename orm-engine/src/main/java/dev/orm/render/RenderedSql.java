package dev.orm.render;

import java.util.List;

import dev.orm.sql.Parameter;

/**
 * A statement as text.
 *
 * @param text the text, with a question mark for each parameter
 * @param parameters the parameters, in text order
 */
public record RenderedSql(String text, List<Parameter> parameters) {

	public RenderedSql {
		parameters = List.copyOf(parameters);
	}

}
