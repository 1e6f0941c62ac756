package dev.orm.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.orm.Orm;
import dev.orm.acceptance.CaseOutcome.Status;
import dev.orm.observe.QueryLog;
import dev.orm.load.FetchMode;
import dev.orm.test.TestDatabase;
import dev.orm.type.CurrentZone;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the acceptance cases of one folder on an embedded PostgreSQL. In: the folder. Out:
 * an outcome for each case, whatever the others did. Models that are not those of the
 * test resources are written as classes and compiled first.
 */
final class AcceptanceRunner implements AutoCloseable {

	private static final Duration LONGEST = Duration.ofMinutes(2);

	private static final String IDENTITIES = """
			SELECT table_name || '.' || column_name FROM information_schema.columns
			WHERE table_schema = 'public' AND (is_identity = 'YES' OR column_default LIKE 'nextval(%')""";

	private final CaseReader reader;

	private final List<AcceptanceCase> cases;

	private final TestDatabase database;

	private final @Nullable GeneratedModels generated;

	private final QueryTranslator queries;

	private final Comparison comparison;

	private final Deadline deadline = new Deadline(LONGEST);

	AcceptanceRunner(@Nullable Path folder) {
		this(new CaseReader(folder), false);
	}

	/** Run the cases with written classes even where there are some by hand. */
	AcceptanceRunner(CaseReader reader, boolean alwaysGenerated) {
		this.reader = reader;
		this.cases = reader.cases();
		ModelCatalog catalog = reader.models();
		JoinModels.needed(catalog, this.cases).forEach(CaseModel::writeClass);
		this.database = TestDatabase.create(reader.text("schema.sql"), reader.text("data.sql"));
		try {
			boolean byHand = reader.hasShopModels() && !alwaysGenerated;
			this.generated = byHand ? null : GeneratedModels.of(catalog, identities());
			ModelClasses classes = (this.generated != null) ? this.generated : new ShopModels();
			this.queries = new QueryTranslator(orm(classes.all(catalog)), catalog, classes);
			this.comparison = new Comparison(catalog);
		}
		catch (RuntimeException ex) {
			this.database.close();
			throw ex;
		}
	}

	private Orm orm(List<Class<? extends dev.orm.model.Model>> classes) {
		return Orm.builder()
			.dataSource(this.database.dataSource())
			.models(classes)
			.zone(ZoneOffset.UTC)
			.fetchMode(FetchMode.ONE)
			.build();
	}

	private Set<String> identities() {
		return JdbcClient.create(this.database.dataSource()).sql(IDENTITIES).query(String.class).set();
	}

	List<AcceptanceCase> cases() {
		return this.cases;
	}

	AcceptanceReport runAll() {
		List<CaseOutcome> outcomes = new ArrayList<>();
		cases().forEach((acceptanceCase) -> outcomes.add(
				this.deadline.within(() -> run(acceptanceCase), (error) -> CaseOutcome.broken(acceptanceCase, error))));
		return new AcceptanceReport(outcomes, options());
	}

	private List<String> options() {
		return (this.generated == null) ? List.of()
				: this.generated.unsupported().stream().map((option) -> AcceptanceReport.OPTION + option).toList();
	}

	CaseOutcome run(AcceptanceCase acceptanceCase) {
		List<String> unknown = UnknownParts.in(acceptanceCase);
		if (!unknown.isEmpty()) {
			return CaseOutcome.unsupported(acceptanceCase, "beyond the format: " + String.join(", ", unknown));
		}
		try (QueryLog log = QueryLog.start()) {
			ObjectNode answer = answer(acceptanceCase);
			answer.put("queries", log.count());
			Optional<Comparison.Difference> difference = this.comparison.difference(acceptanceCase, answer);
			return difference
				.map((found) -> new CaseOutcome(acceptanceCase, Status.FAILED, found.expected(), found.actual(),
						log.statements()))
				.orElseGet(() -> closed(acceptanceCase, log));
		}
		catch (UnsupportedCaseException ex) {
			return CaseOutcome.unsupported(acceptanceCase, String.valueOf(ex.getMessage()));
		}
	}

	/** A case that keeps a connection fails, though its answer is right. */
	private CaseOutcome closed(AcceptanceCase acceptanceCase, QueryLog log) {
		int open = this.database.connectionsInUse();
		return (open == 0) ? CaseOutcome.passed(acceptanceCase) : new CaseOutcome(acceptanceCase, Status.FAILED,
				"no connection in use after the case", open + " in use", log.statements());
	}

	private ObjectNode answer(AcceptanceCase acceptanceCase) {
		String zone = acceptanceCase.body().path("tz").asString("");
		return CurrentZone.with(zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone),
				() -> acceptanceCase.writes() ? written(acceptanceCase.body()) : read(acceptanceCase.body()));
	}

	private ObjectNode written(JsonNode body) {
		return new WriteCase(this.queries, this.database.dataSource()).run(body);
	}

	private ObjectNode read(JsonNode body) {
		try {
			ObjectNode answer = JsonNodeFactory.instance.objectNode();
			answer.set("result", new Terminals(this.queries).evaluate(body));
			return answer;
		}
		catch (UnsupportedCaseException ex) {
			throw ex;
		}
		catch (RuntimeException | StackOverflowError ex) {
			return Failure.answer(ex);
		}
	}

	@Override
	public void close() {
		this.deadline.close();
		this.database.close();
		if (this.generated != null) {
			this.generated.close();
		}
	}

}
