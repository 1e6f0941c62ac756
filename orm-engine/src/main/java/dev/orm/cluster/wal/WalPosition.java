package dev.orm.cluster.wal;

/**
 * A position in the write-ahead log. Immutable.
 *
 * @param timeline the timeline, which a promotion changes
 * @param position the byte
 */
public record WalPosition(long timeline, long position) {

	/**
	 * What nobody reaches. Told as a token, it stands for all that was committed before
	 * it was told.
	 */
	public static final long UNREACHED = 0xFFFFFFFFFFFFFFL;

	private static final long PAGE = 8192;

	/** The longest header of a page, that of a segment's first. */
	private static final long HEADER = 40;

	/**
	 * Return what a standby that has everything says. Where the log ends behind the
	 * header of a page, nothing is on that page yet, and a standby stops before it.
	 * @return the position, or the page's begin
	 */
	public static long reach(long position) {
		long offset = position % PAGE;
		return (offset <= HEADER) ? position - offset : position;
	}

}
