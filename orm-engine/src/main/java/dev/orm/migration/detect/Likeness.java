package dev.orm.migration.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.migration.ddl.TypeChange;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import org.jspecify.annotations.Nullable;

/** Says how likely it is that one object is another under a new name. */
final class Likeness {

	/** Below it nobody is asked. */
	private static final int PLAUSIBLE = 4;

	private final Schema before;

	private final Schema after;

	Likeness(Schema before, Schema after) {
		this.before = before;
		this.after = after;
	}

	/** Tables are alike if at least half of their columns agree. */
	static Optional<RenameCandidate> ofTables(Schema before, Table gone, Schema after, Table added) {
		Set<String> old = shapes(before, gone.name());
		Set<String> fresh = shapes(after, added.name());
		Set<String> common = new HashSet<>(old);
		common.retainAll(fresh);
		int most = Math.max(old.size(), fresh.size());
		if (most == 0 || common.size() * 2 < most) {
			return Optional.empty();
		}
		String reason = "%d of %d columns are the same".formatted(common.size(), most);
		return Optional.of(new RenameCandidate(gone.id(), reason,
				PLAUSIBLE + common.size() * 10 / most + words(gone.name(), added.name()), List.of(reason)));
	}

	private static Set<String> shapes(Schema schema, String table) {
		return schema.columns(table)
			.stream()
			.map((column) -> column.name() + " " + column.type())
			.collect(Collectors.toSet());
	}

	static RenameCandidate ofJoinTable(Table gone) {
		return new RenameCandidate(gone.id(), "joins the same tables", PLAUSIBLE, List.of("joins the same tables"));
	}

	Optional<RenameCandidate> ofColumns(Column gone, Column added) {
		List<String> reasons = new ArrayList<>();
		int score = type(gone, added);
		score += (gone.notNull() == added.notNull()) ? 1 : 0;
		if (isNeighbour(gone, added)) {
			score++;
			reasons.add("same place");
		}
		String rules = rules(this.after, added);
		if (rules.equals(rules(this.before, gone))) {
			score += 2;
			reasons.addAll(rules.isEmpty() ? List.of() : List.of("same " + rules));
		}
		score += words(gone.name(), added.name());
		return (score < PLAUSIBLE || gone.generated() != null || added.generated() != null) ? Optional.empty()
				: Optional.of(new RenameCandidate(gone.id(), gone.definition(), score, reasons));
	}

	private static int type(Column gone, Column added) {
		if (gone.type().equals(added.type())) {
			return 4;
		}
		return new TypeChange(gone.type(), added.type()).isWider() ? 2 : -4;
	}

	private boolean isNeighbour(Column gone, Column added) {
		String one = previous(this.before, gone);
		return one != null && one.equals(previous(this.after, added));
	}

	private static @Nullable String previous(Schema schema, Column column) {
		List<String> names = schema.columns(column.table()).stream().map(Column::name).toList();
		int place = names.indexOf(column.name());
		return (place > 0) ? names.get(place - 1) : null;
	}

	/** The kinds of constraints and indexes a column is part of. */
	private static String rules(Schema schema, Column column) {
		return schema.objects()
			.stream()
			.filter((object) -> object.id().table().equals(column.table()) && object.id().kind() != ObjectKind.COLUMN)
			.filter((object) -> mentions(object, column))
			.map((object) -> object.id().kind().word().replace('-', ' '))
			.map((word) -> word.equals("unique") ? "unique constraint" : word)
			.sorted()
			.distinct()
			.collect(Collectors.joining(" and "));
	}

	private static boolean mentions(SchemaObject object, Column column) {
		return !object.after(new Change.Rename(column.id(), column.name() + "\u0000")).equals(object);
	}

	/** How many words two names share, up to three; part of one counts as well. */
	private static int words(String left, String right) {
		Set<String> common = new HashSet<>(List.of(left.toLowerCase(Locale.ROOT).split("_")));
		common.retainAll(List.of(right.toLowerCase(Locale.ROOT).split("_")));
		boolean part = left.contains(right) || right.contains(left);
		return Math.min(3, common.size() + (part ? 1 : 0));
	}

}
