package dev.orm.migration.inspect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.schema.Deferral;
import dev.orm.schema.Exclusion;

/** Takes the definition of an exclusion constraint apart, as the server writes it. */
final class ExclusionText {

	private static final Pattern FORM = Pattern
		.compile("EXCLUDE USING (\\w+) \\((.*?)\\)(?: WHERE \\((.*)\\))?(?: DEFERRABLE.*)?", Pattern.DOTALL);

	private ExclusionText() {
	}

	static Exclusion read(String table, String name, String definition, Deferral deferral) {
		Matcher form = FORM.matcher(definition);
		if (!form.matches()) {
			return new Exclusion(table, name, "gist", definition, "", deferral);
		}
		String where = (form.group(3) != null) ? ExpressionText.bare(form.group(3)) : "";
		return new Exclusion(table, name, form.group(1), form.group(2), where, deferral);
	}

}
