package dev.orm.declare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.orm.model.Model;
import dev.orm.path.Column;

/**
 * What else can be said of the history of a model. Used while its Meta method runs.
 *
 * @param <T> the model
 */
public final class HistoryOptions<T extends Model> {

	private final List<String> without;

	HistoryOptions(List<String> without) {
		this.without = new ArrayList<>(without);
	}

	/**
	 * Leave columns out: what they were is not kept, and a change of nothing else leaves
	 * no version.
	 * @param columns the columns; in versions they are null
	 * @return this
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final HistoryOptions<T> without(Column<? super T, ?>... columns) {
		return without(Arrays.stream(columns).map(Column::path).toArray(String[]::new));
	}

	/**
	 * Leave columns out, for a parent that has no paths.
	 * @param attributes the attributes of the columns
	 * @return this
	 */
	public HistoryOptions<T> without(String... attributes) {
		this.without.addAll(List.of(attributes));
		return this;
	}

	DeclaredHistory declared() {
		return new DeclaredHistory(this.without.stream().distinct().toList());
	}

}
