package dev.orm.render;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The names PostgreSQL knows time zones by. They are written into the text: they are part
 * of a plan's key, and the same expression must stay the same text in SELECT and GROUP
 * BY.
 */
final class ZoneNames {

	private ZoneNames() {
	}

	static String of(ZoneId zone) {
		return (zone.normalized() instanceof ZoneOffset offset) ? posix(offset) : zone.getId();
	}

	/** PostgreSQL reads an offset as POSIX does, with the sign the other way round. */
	private static String posix(ZoneOffset offset) {
		if (offset.equals(ZoneOffset.UTC)) {
			return "UTC";
		}
		String id = offset.getId();
		return "UTC" + ((id.charAt(0) == '+') ? '-' : '+') + id.substring(1);
	}

}
