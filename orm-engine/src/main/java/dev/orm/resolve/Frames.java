package dev.orm.resolve;

import dev.orm.error.QueryValueException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.expression.node.Frame;
import org.jspecify.annotations.Nullable;

/** Writes the frame clause of a window. */
final class Frames {

	private Frames() {
	}

	static String text(@Nullable Frame frame) {
		if (frame == null) {
			return "";
		}
		check(frame);
		String exclusion = (frame.exclusion() == Frame.Exclusion.NO_OTHERS) ? ""
				: " EXCLUDE " + frame.exclusion().name().replace('_', ' ');
		return (frame.rows() ? "ROWS" : "RANGE") + " BETWEEN " + bound(frame.start(), "PRECEDING") + " AND "
				+ bound(frame.end(), "FOLLOWING") + exclusion;
	}

	private static void check(Frame frame) {
		Integer start = frame.start();
		Integer end = frame.end();
		if (start != null && end != null && start > end) {
			throw new QueryValueException(
					"start (%d) cannot be greater than end (%d) of a frame.".formatted(start, end));
		}
		boolean offset = (start != null && start != 0) || (end != null && end != 0);
		if (!frame.rows() && offset) {
			throw new UnsupportedQueryException(
					"PostgreSQL only supports UNBOUNDED together with PRECEDING and FOLLOWING in RANGE frames.");
		}
	}

	private static String bound(@Nullable Integer offset, String unbounded) {
		if (offset == null) {
			return "UNBOUNDED " + unbounded;
		}
		if (offset == 0) {
			return "CURRENT ROW";
		}
		return Math.abs(offset) + ((offset < 0) ? " PRECEDING" : " FOLLOWING");
	}

}
