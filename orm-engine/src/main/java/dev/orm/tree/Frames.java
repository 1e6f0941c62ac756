package dev.orm.tree;

import dev.orm.error.QueryValueException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Frame;
import dev.orm.sql.clause.WindowFrame;
import org.jspecify.annotations.Nullable;

/** Refuses frames of a window that PostgreSQL has not. */
public final class Frames {

	private Frames() {
	}

	/**
	 * Check a frame.
	 * @param frame the frame, or null
	 * @return the frame of the statement, or null
	 */
	public static @Nullable WindowFrame of(@Nullable Frame frame) {
		if (frame == null) {
			return null;
		}
		check(frame);
		return new WindowFrame(frame.rows(), frame.start(), frame.end(),
				WindowFrame.Exclusion.valueOf(frame.exclusion().name()));
	}

	private static void check(Frame frame) {
		Integer start = frame.start();
		Integer end = frame.end();
		if (start != null && end != null && start > end) {
			throw new QueryValueException(
					"start (%d) cannot be greater than end (%d) of a frame.".formatted(start, end),
					Subject.ofArgument("frame"));
		}
		boolean offset = (start != null && start != 0) || (end != null && end != 0);
		if (!frame.rows() && offset) {
			throw new UnsupportedQueryException(
					"PostgreSQL only supports UNBOUNDED together with PRECEDING and FOLLOWING in RANGE frames.",
					Subject.ofArgument("frame"));
		}
	}

}
