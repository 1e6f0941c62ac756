package dev.orm.cluster.wal;

import java.util.ArrayDeque;
import java.util.Deque;

import dev.orm.cluster.wal.ServerQuestions.Replayed;
import dev.orm.work.Moment;
import org.jspecify.annotations.Nullable;

/**
 * How far a replica is, told by the marks of the primary that it has reached. Used by one
 * thread.
 */
public final class Progress {

	public static final String NO_STANDBY = "it is no standby: it was promoted, or is a primary";

	public static final String OTHER_SYSTEM = "it is a standby of another database system";

	/** So many marks wait for a replica that stands still; later ones tell the same. */
	private static final int MOST = 64;

	private final Deque<Mark> waiting = new ArrayDeque<>();

	private Mark last = Mark.NONE;

	private long horizon = Moment.NEVER;

	private long replayed;

	private long replayedAt = Long.MAX_VALUE;

	private boolean diverged;

	private boolean measurable = true;

	/** Take in where the primary's log ended. */
	public void expect(Mark mark) {
		boolean another = mark.end().timeline() != this.last.end().timeline();
		this.last = mark;
		this.measurable = !mark.equals(Mark.NONE);
		if (another) {
			forget();
		}
		// a standby has nothing that its primary has not
		this.diverged = this.replayedAt < mark.time() && this.replayed > mark.end().position();
		if (this.waiting.size() < MOST && this.measurable) {
			this.waiting.add(mark);
		}
	}

	/**
	 * Take in where the replica is.
	 * @return what is wrong with it; empty for nothing
	 */
	public String take(Replayed found) {
		String wrong = wrong(found);
		this.replayed = found.position();
		this.replayedAt = found.time();
		while (wrong.isEmpty() && isReached(this.waiting.peek())) {
			this.horizon = this.waiting.remove().time();
		}
		return wrong;
	}

	private boolean isReached(@Nullable Mark mark) {
		return mark != null && mark.isReachedBy(this.replayed);
	}

	private String wrong(Replayed found) {
		if (!found.standby()) {
			return NO_STANDBY;
		}
		if (this.last.system() != 0 && this.last.system() != found.system()) {
			return OTHER_SYSTEM;
		}
		return this.diverged ? "it has what the primary has not: their histories differ" : "";
	}

	public void forget() {
		this.waiting.clear();
		this.horizon = Moment.NEVER;
		this.replayedAt = Long.MAX_VALUE;
		this.diverged = false;
	}

	/** The replica has all that was committed before this time. */
	public long horizon() {
		return this.horizon;
	}

	public long replayed() {
		return this.replayed;
	}

	/** Since when it lacks something, or never. */
	public long behind() {
		Mark oldest = this.waiting.peek();
		return (oldest != null) ? oldest.time() : Moment.NEVER;
	}

	public boolean isWaiting() {
		return !this.waiting.isEmpty();
	}

	public boolean isMeasurable() {
		return this.replayed > 0 && this.measurable;
	}

}
