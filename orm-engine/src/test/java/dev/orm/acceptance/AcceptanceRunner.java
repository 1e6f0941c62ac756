package dev.orm.acceptance;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.orm.Orm;
import dev.orm.load.FetchMode;
import dev.orm.acceptance.CaseOutcome.Status;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import dev.orm.type.CurrentZone;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs acceptance cases on an embedded PostgreSQL. In: a folder of cases. Out: an outcome
 * for each. {@code bin/acceptance} starts {@link #main}.
 */
public final class AcceptanceRunner implements AutoCloseable {

	private final CaseReader reader;

	private final TestDatabase database;

	private final QueryTranslator queries;

	private final Comparison comparison;

	AcceptanceRunner(@Nullable Path folder) {
		this.reader = new CaseReader(folder);
		ModelCatalog catalog = this.reader.models();
		this.database = TestDatabase.create(this.reader.text("schema.sql"), this.reader.text("data.sql"));
		Orm orm = Orm.builder()
			.dataSource(this.database.dataSource())
			.models(ShopModels.classes(catalog))
			.zone(ZoneOffset.UTC)
			.fetchMode(FetchMode.ONE)
			.build();
		this.queries = new QueryTranslator(orm, catalog);
		this.comparison = new Comparison(catalog);
	}

	/**
	 * Run all cases of a folder and print the failures and a summary.
	 * @param arguments the folder; none for the cases among the test resources
	 */
	public static void main(String[] arguments) {
		PrintStream out = new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
		Path folder = (arguments.length > 0) ? Path.of(arguments[0]) : null;
		AcceptanceReport report;
		try (AcceptanceRunner runner = new AcceptanceRunner(folder)) {
			report = runner.runAll();
		}
		report.lines().forEach(out::println);
		out.println(report.summary());
		System.exit((report.count(Status.FAILED) > 0) ? 1 : 0);
	}

	List<AcceptanceCase> cases() {
		return this.reader.cases();
	}

	AcceptanceReport runAll() {
		List<CaseOutcome> outcomes = new ArrayList<>();
		cases().forEach((acceptanceCase) -> outcomes.add(run(acceptanceCase)));
		return new AcceptanceReport(outcomes);
	}

	CaseOutcome run(AcceptanceCase acceptanceCase) {
		try (QueryLog log = QueryLog.start()) {
			ObjectNode answer = answer(acceptanceCase);
			answer.put("queries", log.count());
			Optional<Comparison.Difference> difference = this.comparison.difference(acceptanceCase, answer);
			return difference
				.map((found) -> new CaseOutcome(acceptanceCase, Status.FAILED, found.expected(), found.actual(),
						log.statements()))
				.orElseGet(() -> CaseOutcome.passed(acceptanceCase));
		}
		catch (UnsupportedCaseException ex) {
			return new CaseOutcome(acceptanceCase, Status.UNSUPPORTED, "", String.valueOf(ex.getMessage()), List.of());
		}
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
		this.database.close();
	}

}
