package dev.orm.migration.inspect.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.check.Problem;
import dev.orm.choice.ChoiceOption;
import dev.orm.choice.StoredText;
import dev.orm.meta.FieldModel;
import dev.orm.schema.Column;
import dev.orm.schema.Schema;

/**
 * The values of the server's own enums, some of which an attribute may not know.
 *
 * @param labels the values, by the names of types
 */
record ServerChoices(Map<String, Set<String>> labels) {

	private static final String LABELS = """
			SELECT format_type(t.oid, NULL) AS type, e.enumlabel FROM pg_enum e
			JOIN pg_type t ON t.oid = e.enumtypid ORDER BY e.enumtypid, e.enumsortorder""";

	static ServerChoices read(Connection connection) throws SQLException {
		Map<String, Set<String>> labels = new LinkedHashMap<>();
		try (PreparedStatement statement = connection.prepareStatement(LABELS);
				ResultSet row = statement.executeQuery()) {
			while (row.next()) {
				labels.computeIfAbsent(row.getString("type"), (type) -> new LinkedHashSet<>())
					.add(row.getString("enumlabel"));
			}
		}
		return new ServerChoices(labels);
	}

	Stream<Problem> problems(Schema found, FactPlaces places) {
		return found.all(Column.class)
			.stream()
			.filter((column) -> this.labels.containsKey(column.type()))
			.flatMap((column) -> places.field(column.table(), column.name())
				.stream()
				.flatMap((field) -> problem(field, column.type())));
	}

	private Stream<Problem> problem(FieldModel field, String type) {
		Set<String> known = field.choices().stream().map(ServerChoices::stored).collect(Collectors.toSet());
		Set<String> unknown = new LinkedHashSet<>(this.labels.getOrDefault(type, Set.of()));
		unknown.removeAll(known);
		return (known.isEmpty() || unknown.isEmpty()) ? Stream.empty()
				: Stream.of(Problem.warning("db-choices", field.toString(),
						"The server's type %s has %s, which %s does not know: a row with one cannot be read."
							.formatted(type, unknown, field),
						"add the constants, or mark one to take what is unknown by @UnknownChoice"));
	}

	private static String stored(ChoiceOption option) {
		Object value = option.value();
		if (value instanceof StoredText text) {
			return text.value();
		}
		return (value instanceof Enum<?> constant) ? constant.name() : String.valueOf(value);
	}

}
