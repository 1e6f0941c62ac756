package dev.orm.declare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.orm.model.Model;
import dev.orm.path.Column;
import dev.orm.path.ModelPath;

/**
 * What else can be said of the history of a model. Used while its Meta method runs.
 *
 * @param <T> the model
 */
public final class HistoryOptions<T extends Model> {

	private final List<String> without;

	private final List<String> with;

	HistoryOptions(DeclaredHistory above) {
		this.without = new ArrayList<>(above.without());
		this.with = new ArrayList<>(above.with());
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

	/**
	 * Keep what was related, too: the history of the generated join tables of
	 * many-to-many relations that the model itself declares. A join model of one's own
	 * says {@code meta.history()} itself.
	 * @param relations the relations, such as {@code PRODUCT.tags()}
	 * @return this
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final HistoryOptions<T> with(ModelPath<? super T, ?>... relations) {
		return with(Arrays.stream(relations).map(ModelPath::path).toArray(String[]::new));
	}

	/**
	 * Keep what was related, too, for a parent that has no paths.
	 * @param relations the names of many-to-many relations
	 * @return this
	 */
	public HistoryOptions<T> with(String... relations) {
		this.with.addAll(List.of(relations));
		return this;
	}

	DeclaredHistory declared() {
		return new DeclaredHistory(this.without.stream().distinct().toList(), this.with.stream().distinct().toList());
	}

}
