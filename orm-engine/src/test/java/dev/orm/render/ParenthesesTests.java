package dev.orm.render;

import java.util.List;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.acceptance.shop.Product;
import dev.orm.lookup.Lookup;
import dev.orm.lookup.LookupFactory;
import dev.orm.sql.Call;
import dev.orm.sql.Cast;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.OwnOperator;
import dev.orm.test.Shop;
import dev.orm.test.SqlProbe;
import dev.orm.test.TestDatabase;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Where parentheses are written, and what keeps text from getting between them. */
class ParenthesesTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Column NAME = SqlProbe.column("name", ValueTypes.TEXT);

	private final SqlProbe probe = new SqlProbe(database, "shop_product");

	@Test
	void textsAreJoinedFromTheLeftWithoutParentheses() {
		Sql joined = joined(joined(NAME, Literal.of("-")), NAME);
		assertThat(SqlProbe.text(joined)).isEqualTo("\"t\".\"name\" || '-' || \"t\".\"name\"");
		assertThat(SqlProbe.text(joined(NAME, joined(NAME, NAME)))).contains("|| (\"t\"");
	}

	@Test
	void aNegativeNumberIsCastAsAWhole() {
		Sql smallest = new Cast(Literal.of(Short.MIN_VALUE), ValueTypes.SMALLINT);
		assertThat(SqlProbe.text(smallest)).isEqualTo("(-32768)::smallint");
		assertThat(this.probe.value(smallest)).isEqualTo(Short.MIN_VALUE);
	}

	@Test
	void aLiteralIsItsText() {
		for (String text : List.of("it's", "back\\slash", "what?", "", "E'\\''")) {
			assertThat(this.probe.value(new Cast(Literal.of(text), ValueTypes.TEXT))).isEqualTo(text);
		}
	}

	@Test
	void anOrOfTheApplicationHoldsItsOwnBesideOtherConditions() {
		Manager<Product> products = Shop.builder(database).lookups(new OneOrTwo()).build().manager(Product.class);
		assertThat(products.filter("id__one_or_two", 0).filter("name", "no such").toSql())
			.contains("(\"t0\".\"id\" = 1 OR \"t0\".\"id\" = 2) AND ");
		assertThat(products.filter("id__one_or_two", 0).filter("name", "no such").list()).isEmpty();
		assertThat(products.filter("id__one_or_two", 0).filter("id__gte", 2).flat("id").list()).containsExactly(2L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "= 1 OR 1 =", "IS", "=)", "--", "=/*", "+--" })
	void anOperatorOfTheApplicationIsASymbol(String symbol) {
		assertThatIllegalArgumentException().isThrownBy(() -> new OwnOperator(symbol))
			.withMessageContaining("is no operator");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "lower(", "a b", "x); DROP TABLE y", "\"a\"b\"", "--" })
	void aFunctionIsCalledByItsName(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> Call.of(name, ValueTypes.TEXT))
			.withMessageContaining("is no name of a function");
	}

	@Test
	void functionsOfASchemaAndOperatorsBeforeAValueAreCalledToo() {
		assertThat(SqlProbe.text(Call.of("pg_catalog.lower", ValueTypes.TEXT, NAME))).startsWith("pg_catalog.lower(");
		assertThat(SqlProbe.text(Call.of("!!", ValueTypes.TSQUERY, NAME))).startsWith("!!(");
	}

	private static Sql joined(Sql before, Sql behind) {
		return new Infix(BuiltInOperator.JOINED, before, behind, ValueTypes.TEXT);
	}

	/** A lookup that forgot its parentheses. */
	private static final class OneOrTwo implements LookupFactory {

		@Override
		public Optional<Lookup> lookup(String name, Sql left) {
			return name.equals("one_or_two")
					? Optional
						.of((subject, right) -> Template.of("{} = 1 OR {} = 2", ValueTypes.BOOLEAN, subject, subject))
					: Optional.empty();
		}

	}

}
