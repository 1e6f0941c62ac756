package dev.orm.render;

import java.util.ArrayList;
import java.util.List;

import dev.orm.dialect.Dialect;
import dev.orm.sql.Call;
import dev.orm.sql.Parameter;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.Truth;
import dev.orm.type.ValueTypes;

/** The statement that sets something of the session until the transaction ends. */
public final class SettingsText {

	private SettingsText() {
	}

	/**
	 * Write it for a number of settings.
	 * @param settings how many there are
	 * @return the text, with a parameter for each name, followed by one for its value
	 */
	public static String of(int settings) {
		List<Selection> calls = new ArrayList<>(settings);
		for (int i = 0; i < settings; i++) {
			calls.add(new Selection(call(2 * i), null));
		}
		return SqlRenderer.render(SelectStatement.of(calls, List.of()), Dialect.POSTGRESQL).text();
	}

	private static Call call(int place) {
		return new Call("set_config", List.of(Parameter.of(place, ValueTypes.TEXT),
				Parameter.of(place + 1, ValueTypes.TEXT), new Truth(true, ValueTypes.BOOLEAN)), ValueTypes.TEXT);
	}

}
