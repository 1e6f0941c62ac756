package dev.orm.boot.web;

import java.util.List;
import java.util.stream.Collectors;

import dev.orm.Lookups;
import dev.orm.Reading;
import dev.orm.error.FieldException;
import dev.orm.error.QueryLimitException;
import dev.orm.model.Model;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.support.PageableExecutionUtils;

/**
 * Reads Spring Data's pages of querysets: a page of rows, and the number of all rows
 * where the page alone does not tell it.
 *
 * @since 0.1.0
 */
public final class Pages {

	private static final String SORT = "sort";

	private Pages() {
	}

	/**
	 * Read the page a request asks for, in its order if it asks for one, else in that of
	 * the queryset.
	 * @param <T> the model
	 * @param <V> the rows
	 * @param <S> the queryset
	 * @param query the rows of all pages
	 * @param pageable the page and the order; the paths of the order are attributes,
	 * joined by dots or by {@code __}
	 * @param lookups the orders a request may ask for
	 * @return the page
	 * @throws RefusedParametersException if the order is not allowed
	 */
	public static <T extends Model, V, S extends Reading<T, V, S>> Page<V> of(Reading<T, V, S> query, Pageable pageable,
			Lookups<T> lookups) {
		Sort sort = pageable.getSort();
		return sort.isSorted() ? read(query.orderBy(terms(sort, lookups)), pageable) : read(query, pageable);
	}

	private static <V> Page<V> read(Reading<?, V, ?> query, Pageable pageable) {
		if (pageable.isUnpaged()) {
			List<V> all = query.list();
			return PageableExecutionUtils.getPage(all, pageable, all::size);
		}
		long from = pageable.getOffset();
		List<V> rows = query.slice(from, from + pageable.getPageSize()).list();
		return PageableExecutionUtils.getPage(rows, pageable, query::count);
	}

	private static String[] terms(Sort sort, Lookups<?> lookups) {
		if (sort.stream()
			.anyMatch((order) -> order.isIgnoreCase() || order.getNullHandling() != Sort.NullHandling.NATIVE)) {
			throw new RefusedParametersException(SORT, "The order may be ascending or descending, and nothing else.",
					List.of(), null);
		}
		try {
			return lookups.ordering(sort.stream().map(Pages::term).collect(Collectors.joining(",")));
		}
		catch (FieldException | QueryLimitException ex) {
			throw new RefusedParametersException(SORT, "The order is not allowed.", lookups.orderings(), ex);
		}
	}

	private static String term(Sort.Order order) {
		return (order.isDescending() ? "-" : "") + order.getProperty().replace(".", "__");
	}

}
