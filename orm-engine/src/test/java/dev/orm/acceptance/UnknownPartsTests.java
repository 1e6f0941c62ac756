package dev.orm.acceptance;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the format does not have is named, and never passed over. */
class UnknownPartsTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static AcceptanceCase of(String body, String answer) {
		return new AcceptanceCase("x", MAPPER.readTree(body), MAPPER.readTree(answer));
	}

	@Test
	void theCasesOfTheFormatHaveNone() {
		assertThat(new CaseReader(null).cases()).allSatisfy((known) -> assertThat(UnknownParts.in(known)).isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"hint": "index"} | case: hint
					{"ops": [{"filter": {"a": 1}, "exclude": {"b": 1}}]} | operation of several keys: {"filter":{"a":1},"exclude":{"b":1}}
					{"ops": [{"explode": true}]} | operation: explode
					{"ops": [{"slice": [0, 9, 2]}]} | slice: [0,9,2]
					{"ops": [{"intersection": {"with": [], "all": true}}]} | intersection: all
					{"ops": [{"union": {"with": [{"model": "A", "ops": [{"explode": true}]}]}}]} | operation: explode
					{"ops": [{"prefetch_related": [{"lookup": "a", "chunk": 2}]}]} | prefetch_related: chunk
					{"ops": [{"dates": {"field": "a", "kind": "day", "tz": "UTC"}}]} | dates: tz
					{"ops": [{"select_for_update": {"key_share": true}}]} | select_for_update: key_share
					{"ops": [{"order_by": [{"expr": {"$f": "a"}, "dir": "down"}]}]} | dir: down
					{"ops": [{"values_list": {"fields": ["a"], "named": true}}]} | values_list: named
					{"ops": [{"filter": {"$nor": [{"a": 1}]}}]} | condition: $nor
					{"ops": [{"filter": {"a": {"$query": {"model": "A", "ops": [{"explode": true}]}}}}]} | operation: explode
					{"ops": [{"annotate": {"n": {"$agg": "Count", "arg": "*", "separator": ","}}}]} | $agg: separator
					{"ops": [{"annotate": {"n": {"$func": "Lower", "args": [{"$f": "a", "type": "text"}]}}}]} | $f: type
					{"ops": [{"annotate": {"n": {"$func": "Round", "args": [{"$f": "a"}], "mode": "up"}}}]} | $func: mode
					{"ops": [{"annotate": {"n": {"$window": {"expr": {"$func": "Rank"}, "frame": {"type": "groups"}}}}}]} | frame: groups
					{"terminal": "explain"} | terminal: explain
					{"terminal": {"page": {"per_page": 2, "number": 1, "body": 3}}} | page: body
					{"terminal": {"graph": {"fields": [], "rels": {"a": {"fields": [], "limit": 1}}}}} | graph: limit
					{"steps": [{"model": "A", "terminal": {"save": {"pk": 1, "set": {}, "using": "b"}}}]} | save: using
					{"steps": [{"model": "A", "terminal": {"bulk_create": {"rows": [], "copy": true}}}]} | bulk_create: copy
					{"steps": [{"model": "A", "terminal": {"rel": {"pk": 1, "name": "b", "op": "set", "kwargs": {"all": 1}}}}]} | kwargs: all
					{"steps": [{"model": "A", "tz": "UTC"}]} | step: tz
					""")
	void whatIsBeyondTheFormatIsNamed(String body, String found) {
		assertThat(UnknownParts.in(of(body, "{}"))).containsExactly(found);
	}

	@Test
	void whatIsBeyondTheFormatInAnAnswerIsNamed() {
		assertThat(UnknownParts.in(of("{}", """
				{"rows": [], "steps": [{"warning": "no"}], "tables": {"A": {"truncated": true}}}""")))
			.containsExactly("answer: rows", "step's answer: warning", "table: truncated");
	}

	@Test
	void anOptionThatIsFalseIsSaidToo() {
		JsonNode root = MAPPER.readTree("""
				{"app": "a", "schemas": ["b"], "swappable": false, "nothing": null, "empty": [],
				 "models": [{"name": "A", "managed": false, "fields": [{"name": "b", "editable": false}],
				  "relations": [{"name": "c", "kind": "many_to_one", "db_constraint": false}]}]}""");
		assertThat(UnknownOptions.in(root)).containsExactly("models.json: schemas [\"b\"]",
				"models.json: swappable false", "A: managed false", "A: editable false", "A: db_constraint false");
	}

	@Test
	void statementsOfWritesAreCounted() {
		Comparison comparison = new Comparison(new CaseReader(null).models());
		AcceptanceCase most = of("{\"steps\": [{\"terminal\": \"count\"}]}",
				"{\"steps\": [{\"result\": 1}], \"tables\": {}, \"max_queries\": 2}");
		AcceptanceCase none = of("{\"steps\": [{\"terminal\": \"count\"}], \"tags\": [\"no-query\"]}",
				"{\"steps\": [{\"result\": 1}], \"tables\": {}}");
		List<Boolean> differs = Stream.of(2, 3)
			.map((sent) -> MAPPER.readTree("{\"steps\": [{\"result\": 1}], \"tables\": {}, \"queries\": " + sent + "}"))
			.map((actual) -> comparison.difference(most, actual).isPresent())
			.toList();
		assertThat(differs).containsExactly(false, true);
		assertThat(comparison.difference(none,
				MAPPER.readTree("{\"steps\": [{\"result\": 1}], \"tables\": {}, \"queries\": 1}")))
			.isPresent();
	}

}
