package dev.orm.tree;

import dev.orm.expression.node.Atom;
import dev.orm.sql.Call;
import dev.orm.sql.Cast;
import dev.orm.sql.Literal;
import dev.orm.sql.Sql;
import dev.orm.type.ValueTypes;

/** Reads settings of the session. */
public final class Settings {

	private Settings() {
	}

	/**
	 * Read a setting.
	 * @param setting the setting
	 * @return its value; NULL where nobody set it
	 */
	public static Sql value(Atom.Setting setting) {
		Sql value = Call.of("current_setting", ValueTypes.TEXT, Literal.of(setting.name()), Terms.TRUE);
		for (String unset : setting.unset()) {
			value = Call.of("NULLIF", ValueTypes.TEXT, value, Literal.of(unset));
		}
		return setting.type().isSame(ValueTypes.TEXT) ? value : new Cast(value, setting.type());
	}

}
