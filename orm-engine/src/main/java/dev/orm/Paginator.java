package dev.orm;

import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.paging.EmptyPageException;
import dev.orm.paging.PageNotAnIntegerException;
import org.jspecify.annotations.Nullable;

/**
 * Splits the rows of a queryset into numbered pages. The rows are counted once, when
 * first needed. Not thread-safe. Django's {@code Paginator}.
 *
 * @param <V> the rows
 */
public final class Paginator<V> {

	/** No number with so many is one of a page. */
	private static final int MOST_DIGITS = 10;

	private final Reading<?, V, ?> query;

	private final int perPage;

	private final int orphans;

	private @Nullable Long count;

	private Paginator(Reading<?, V, ?> query, int perPage, int orphans) {
		this.query = query;
		this.perPage = perPage;
		this.orphans = orphans;
	}

	/**
	 * Split a queryset into pages; order it, or the pages overlap.
	 * @param <V> the rows
	 * @param query the queryset
	 * @param perPage how many rows a page has
	 * @return a paginator
	 * @throws QueryValueException if a page would have no row
	 */
	public static <V> Paginator<V> of(Reading<?, V, ?> query, int perPage) {
		if (perPage <= 0) {
			throw new QueryValueException("A page must have at least one row, not " + perPage,
					Subject.ofArgument("perPage"))
				.of(perPage);
		}
		return new Paginator<>(query, perPage, 0);
	}

	/**
	 * Let the last page take rows that would make a very short one.
	 * @param rows how many rows are too few for a page of their own
	 * @return a paginator
	 */
	public Paginator<V> orphans(int rows) {
		return new Paginator<>(this.query, this.perPage, rows);
	}

	/**
	 * Count all rows.
	 * @return how many
	 */
	public long count() {
		if (this.count == null) {
			this.count = this.query.count();
		}
		return this.count;
	}

	/**
	 * Count the pages.
	 * @return how many, at least one
	 */
	public int pages() {
		long rows = Math.max(1, count() - this.orphans);
		return (int) ((rows + this.perPage - 1) / this.perPage);
	}

	/**
	 * Read a page.
	 * @param number its number, from 1
	 * @return the page
	 * @throws EmptyPageException if there is no such page
	 */
	public Page<V> page(int number) {
		if (number < 1) {
			throw new EmptyPageException("That page number is less than 1: " + number, number);
		}
		if (number > pages()) {
			throw new EmptyPageException("That page contains no results: page %d of %d".formatted(number, pages()),
					number);
		}
		long from = (long) (number - 1) * this.perPage;
		long to = (from + this.perPage + this.orphans >= count()) ? count() : from + this.perPage;
		return new Page<>(this.query.slice(from, to).list(), number, pages(), count(), from);
	}

	/**
	 * Read the page a request asks for.
	 * @param number its number as text
	 * @return the page
	 * @throws PageNotAnIntegerException if the text is no number
	 * @throws EmptyPageException if there is no such page
	 */
	public Page<V> page(String number) {
		try {
			return page(Integer.parseInt(number.strip()));
		}
		catch (NumberFormatException ex) {
			throw new PageNotAnIntegerException("That page number is not an integer: '" + number + "'", number);
		}
	}

	/**
	 * Read the page nearest to what a request asks for: the first if it is no number, the
	 * last if it is out of range.
	 * @param number its number as text; null for the first page
	 * @return the page
	 */
	public Page<V> nearestPage(@Nullable String number) {
		String digits = (number != null) ? number.strip() : "";
		if (!digits.matches("-?\\d+")) {
			return page(1);
		}
		int wanted = (digits.length() < MOST_DIGITS) ? Integer.parseInt(digits) : Integer.MAX_VALUE;
		return page((wanted < 1 || wanted > pages()) ? pages() : wanted);
	}

	/**
	 * The rows of one page.
	 *
	 * @param <V> the rows
	 * @param items the rows
	 * @param number the page's number, from 1
	 * @param pages how many pages there are
	 * @param count how many rows all pages have
	 * @param skipped how many rows come before
	 */
	public record Page<V>(List<V> items, int number, int pages, long count, long skipped) {

		/**
		 * Return whether a page follows.
		 * @return true if one does
		 */
		public boolean hasNext() {
			return this.number < this.pages;
		}

		/**
		 * Return whether a page comes before.
		 * @return true if one does
		 */
		public boolean hasPrevious() {
			return this.number > 1;
		}

		/**
		 * Return the place of the first row.
		 * @return its place among all rows, from 1; 0 if there are none
		 */
		public long startIndex() {
			return (this.count == 0) ? 0 : this.skipped + 1;
		}

		/**
		 * Return the place of the last row.
		 * @return its place among all rows
		 */
		public long endIndex() {
			return this.skipped + this.items.size();
		}

	}

}
