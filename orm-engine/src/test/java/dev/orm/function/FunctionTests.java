package dev.orm.function;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.functions.Lexeme;
import dev.orm.sql.Cast;
import dev.orm.sql.Literal;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.test.SqlProbe;
import dev.orm.test.TestDatabase;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.function.FunctionProbe.call;
import static dev.orm.function.FunctionProbe.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class FunctionTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(FunctionProbe.SCHEMA);

	private final SqlProbe probe = new SqlProbe(database, "sample");

	@Test
	void choicesTakeValuesOfAnyJavaClass() {
		assertThat(values(call("Coalesce", column("count"), 0L))).containsExactly(7L, 10L, 0L);
		assertThat(values(call("Coalesce", column("title"), "none"))).containsExactly("Alpha", "Beta", "none");
		assertThat(values(call("Greatest", column("count"), 8))).containsExactly(8, 10, 8);
		assertThat(values(call("Least", column("ratio"), 2.0))).containsExactly(1.5, 2.0, 2.0);
		assertThat(values(call("NullIf", column("title"), "Beta"))).containsExactly("Alpha", null, null);
		assertThat(values(call("Coalesce", Map.of(), ValueTypes.DATE, column("day"), "2020-01-01")).get(2))
			.hasToString("2020-01-01");
	}

	@Test
	void roundingBeforeThePointMayLeaveTheRangeOfAnInteger() {
		Map<String, Object> tens = Map.of("precision", -1L);
		Sql largest = Literal.of(Integer.MAX_VALUE);
		assertThat(this.probe.value(call("Round", tens, null, largest))).isEqualTo(2_147_483_650L);
		assertThat(this.probe.value(call("Round", Map.of(), null, largest, -1))).isEqualTo(2_147_483_650L);
		assertThat(
				this.probe.value(call("Round", tens, null, new Cast(Literal.of(Short.MAX_VALUE), ValueTypes.SMALLINT))))
			.isEqualTo(32_770);
		assertThat(this.probe.value(call("Round", tens, null, Literal.of(Long.MAX_VALUE, ValueTypes.BIGINT))))
			.isEqualTo(new BigInteger("9223372036854775810"));
		assertThat(values(call("Round", tens, null, column("count")))).containsExactly(10, 10, null);
		assertThat(values(call("Round", tens, null, column("small")))).containsExactly((short) 0, (short) 0, null);
		assertThat(values(call("Round", column("count")))).containsExactly(7, 10, null);
	}

	@Test
	void mixedTypesAreRefusedOnlyWhereTheTypeIsNeeded() {
		Sql mixed = call("Coalesce", column("amount"), 0);
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> OutputTypes.require(mixed))
			.withMessageStartingWith(
					"Expression contains mixed types: numeric(10, 2), integer. You must set output_field.");
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> OutputTypes.require(call("Concat", column("title"), column("body"))));
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> OutputTypes.require(call("Greatest", column("count"), column("small"))));
		assertThat(OutputTypes.require(call("Greatest", column("small"), column("count"))))
			.isEqualTo(ValueTypes.INTEGER);
		assertThat(values(call("Coalesce", Map.of(), ValueTypes.DECIMAL, column("amount"), 0)).get(2))
			.isEqualTo(BigDecimal.ZERO);
	}

	@Test
	void textsAreCutJoinedAndCounted() {
		assertThat(values(call("Upper", column("title")))).containsExactly("ALPHA", "BETA", null);
		assertThat(values(call("Length", column("title")))).containsExactly(5, 4, null);
		assertThat(first(call("Substr", column("title"), 2L, 3))).isEqualTo("lph");
		assertThat(first(call("Left", column("title"), 2L))).isEqualTo("Al");
		assertThat(first(call("Right", column("title"), 2))).isEqualTo("ha");
		assertThat(first(call("LPad", column("title"), 7, "*"))).isEqualTo("**Alpha");
		assertThat(first(call("RPad", column("title"), 7L))).isEqualTo("Alpha  ");
		assertThat(first(call("Repeat", column("title"), 2))).isEqualTo("AlphaAlpha");
		assertThat(first(call("Replace", column("title"), "p", "b"))).isEqualTo("Albha");
		assertThat(first(call("StrIndex", column("title"), "p"))).isEqualTo(3);
		assertThat(first(call("Ord", column("title")))).isEqualTo(65);
		assertThat(first(call("Chr", 65L))).isEqualTo("A");
		assertThat(first(call("Reverse", column("title")))).isEqualTo("ahplA");
		assertThat(first(call("Collate", Map.of("collation", "C"), null, column("title")))).isEqualTo("Alpha");
	}

	@Test
	void concatenationTakesNullAsEmptyAndCastsOthers() {
		assertThat(values(
				call("Concat", Map.of(), ValueTypes.TEXT, column("title"), " ", column("body"), column("count"))))
			.containsExactly("Alpha running dogs7", "Beta 10", " cats");
	}

	@Test
	void hashesNeedNoExtensionButForSha1() {
		assertThat(first(call("MD5", column("title")))).isEqualTo("6132295fcf5570fb8b0a944ef322a598");
		assertThat(first(call("SHA224", column("title"))))
			.isEqualTo("990b51cdb0db7a440b7e45b4fab8efe87e23a4cec6da31d6e02aa89d");
		assertThat(first(call("SHA256", column("title"))))
			.isEqualTo("b1a96dd646bccaa24cef7a3db22a6f995f05658f4f1c3272913e258c03e6fb24");
	}

	@Test
	void lengthsAreCheckedBeforeTheStatement() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.probe.values(call("Left", column("title"), 0)))
			.withMessage("Left: 'length' must be greater than 0.");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.probe.values(call("Substr", column("title"), 0)));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.probe.values(call("Repeat", column("title"), -1)));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> call("Collate", Map.of("collation", "C\"; DROP"), null, column("title")));
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> call("Lower"));
	}

	@Test
	void numbersKeepTheirKindOrBecomeFloats() {
		assertThat(first(call("Abs", column("count")))).isEqualTo(7);
		assertThat((Double) first(call("Sqrt", column("count")))).isCloseTo(2.6457, within(0.001));
		assertThat(first(call("Power", column("count"), 2))).isEqualTo(49.0);
		assertThat(first(call("Mod", column("count"), 4))).isEqualTo(3.0);
		assertThat(first(call("Mod", column("ratio"), 1.0))).isEqualTo(0.5);
		assertThat((Double) first(call("Log", 10, column("ratio")))).isCloseTo(0.176, within(0.001));
		assertThat(first(call("Round", Map.of("precision", 1), null, column("amount"))))
			.isEqualTo(new BigDecimal("1.5"));
		assertThat(first(call("Round", column("ratio")))).isEqualTo(2.0);
		assertThat(first(call("Round", column("ratio"), 0L))).isEqualTo(2.0);
		assertThat(first(call("Ceil", column("amount")))).isEqualTo(new BigDecimal("2"));
		assertThat(first(call("ATan2", column("ratio"), column("ratio")))).isEqualTo(Math.atan2(1, 1));
		assertThat(first(call("Pi"))).isEqualTo(Math.PI);
	}

	@Test
	void castsAndJsonAreBuilt() {
		assertThat(first(call("Cast", Map.of(), ValueTypes.TEXT, column("count")))).isEqualTo("7");
		assertThat(first(call("Cast", Map.of(), ValueTypes.INTEGER, "12"))).isEqualTo(12);
		assertThat(
				first(call("JSONObject", Map.of("names", List.of("n", "c")), null, column("title"), column("count"))))
			.hasToString("{\"c\":7,\"n\":\"Alpha\"}");
		assertThat(first(call("JSONArray", column("count"), "x", true))).hasToString("[7,\"x\",true]");
		assertThat(first(call("RandomUUID"))).isInstanceOf(UUID.class);
	}

	@Test
	void searchDocumentsAndQueriesMatch() {
		Sql vector = call("SearchVector", Map.of("config", "english", "weight", "A"), null, column("title"),
				column("body"));
		assertThat(first(vector)).isEqualTo("'alpha':1A 'dog':3A 'run':2A");
		Sql query = call("SearchQuery", Map.of("config", "english"), null, "dog");
		assertThat((Double) first(call("SearchRank", vector, query))).isGreaterThan(0.1);
		assertThat((Double) first(call("SearchRank",
				Map.of("weights", List.of(0.1, 0.2, 0.4, 1.0), "normalization", 2, "cover_density", true), null,
				column("body"), "dog")))
			.isGreaterThan(0);
		assertThat(first(
				call("SearchHeadline", Map.of("start_sel", "<i>", "stop_sel", "</i>"), null, column("body"), "dog")))
			.isEqualTo("running <i>dogs</i>");
		Sql both = call("SearchQueryOr", query,
				call("SearchQueryNot", call("SearchQuery", Map.of("search_type", "phrase"), null, "black cat")));
		assertThat(first(both)).isEqualTo("'dog' | !( 'black' <-> 'cat' )");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> call("SearchQuery", Map.of("search_type", "fuzzy"), null, "x"));
	}

	@Test
	void lexemesTakeWhatUsersEnterLiterally() {
		Lexeme words = Lexeme.startingWith("do").and(Lexeme.of("cat's \\ & 'x").not()).or(Lexeme.ofWeight("bird", 'A'));
		Sql query = call("SearchQuery", Map.of("search_type", "raw", "config", "simple"), null, words.text());
		assertThat((String) first(query)).startsWith("'do':*").endsWith("'bird':A");
	}

	@Test
	void unknownNamesAreRefusedWithTheKnownOnes() {
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> call("Lowr", column("title")))
			.withMessageContaining("Lower");
	}

	@Test
	void functionsOfTheApplicationComeFirst() {
		FunctionRegistry registry = FunctionRegistry.standard()
			.with((call) -> call.name().equals("Upper")
					? Optional.of(Call.of("INITCAP", ValueTypes.TEXT, call.arguments())) : Optional.empty());
		assertThat(first(registry.create(new FunctionCall("Upper", List.of(column("body")), Map.of(), null))))
			.isEqualTo("Running Dogs");
	}

	private @Nullable Object first(Sql sql) {
		return values(sql).get(0);
	}

	private List<@Nullable Object> values(Sql sql) {
		return this.probe.values(sql);
	}

}
