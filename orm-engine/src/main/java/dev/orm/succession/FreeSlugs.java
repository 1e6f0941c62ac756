package dev.orm.succession;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.automatic.Slugs;
import dev.orm.instance.AutomaticColumn;
import dev.orm.instance.InstanceSetter;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.routing.Route;
import dev.orm.write.RowFilter;
import dev.orm.write.RowLookup;
import org.jspecify.annotations.Nullable;

/**
 * Gives new rows slugs that no other row has, by one SELECT that asks which of the next
 * ones are taken; by a second one only if all are. A slug that another transaction takes
 * in between violates the unique constraint, as any value. Thread-safe.
 */
public final class FreeSlugs {

	/** How many numbers are asked for beyond those needed. */
	private static final int SPARE = 9;

	private final InstanceSetter setter;

	private final RowLookup rows;

	public FreeSlugs(InstanceSetter setter, RowLookup rows) {
		this.setter = setter;
		this.rows = rows;
	}

	void fill(List<? extends Model> instances, AutomaticColumn column, Route route) {
		FieldModel field = column.field();
		Map<String, List<Model>> waiting = new LinkedHashMap<>();
		Set<Object> used = new HashSet<>();
		for (Model instance : instances) {
			Object slug = field.value(instance);
			boolean given = slug != null && !slug.toString().isBlank();
			String text = given ? "" : text(instance, column);
			if (!text.isEmpty() || (!given && needsOne(field))) {
				waiting.computeIfAbsent(text, (same) -> new ArrayList<>()).add(instance);
			}
			else if (slug != null) {
				used.add(slug);
			}
		}
		if (!field.uniqueAmongLiving()) {
			waiting.forEach((text, all) -> all.forEach((instance) -> this.setter.set(instance, field, text)));
			return;
		}
		fill(waiting, field, used, route);
	}

	/**
	 * Whether the column takes no row without a slug, even where nothing is left of the
	 * text.
	 */
	private static boolean needsOne(FieldModel field) {
		return !field.nullable() && !field.hasDbDefault();
	}

	/** The text of the slug, as long as the column takes; empty if nothing is left. */
	private static String text(Model instance, AutomaticColumn column) {
		@Nullable Object source = column.source().value(instance);
		return (source != null) ? cut(Slugs.of(source.toString()), column.field(), "") : "";
	}

	private void fill(Map<String, List<Model>> waiting, FieldModel field, Set<Object> used, Route route) {
		int first = 1;
		int spare = SPARE;
		while (!waiting.isEmpty()) {
			Set<String> asked = new LinkedHashSet<>();
			for (Map.Entry<String, List<Model>> same : waiting.entrySet()) {
				asked.addAll(candidates(same.getKey(), field, first, same.getValue().size() + spare));
			}
			used.addAll(taken(field, asked, route));
			for (Map.Entry<String, List<Model>> same : waiting.entrySet()) {
				give(same.getValue(), candidates(same.getKey(), field, first, same.getValue().size() + spare), field,
						used);
			}
			waiting.values().removeIf(List::isEmpty);
			first += spare;
			spare *= 10;
		}
	}

	/** Give rows the first slugs that are free. */
	private void give(List<Model> rows, List<String> candidates, FieldModel field, Set<Object> used) {
		for (String slug : candidates) {
			if (!rows.isEmpty() && used.add(slug)) {
				this.setter.set(rows.remove(0), field, slug);
			}
		}
	}

	/** The text, then with numbers; of no text the numbers alone. */
	private static List<String> candidates(String text, FieldModel field, int first, int count) {
		List<String> candidates = new ArrayList<>(count);
		for (int number = first; number < first + count; number++) {
			String suffix = text.isEmpty() ? String.valueOf(number) : (number > 1) ? "-" + number : "";
			candidates.add(cut(text, field, suffix) + suffix);
		}
		return candidates;
	}

	private static String cut(String text, FieldModel field, String suffix) {
		int most = field.description().length() - suffix.length();
		String cut = (field.description().length() > 0 && text.length() > most) ? text.substring(0, most) : text;
		return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
	}

	/** Rows of other models that share the table count, too. */
	private List<Object> taken(FieldModel field, Set<String> candidates, Route route) {
		FieldModel own = field.owner().concrete().field(field.name()).orElseThrow();
		return this.rows.values(own, RowFilter.in(own, candidates), route);
	}

}
