package dev.orm.lookup;

import java.util.List;
import java.util.Map;

import dev.orm.function.FunctionCall;
import dev.orm.function.FunctionRegistry;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.test.SqlProbe;
import dev.orm.test.TestDatabase;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class TextLookupTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(LookupProbe.SCHEMA);

	private final LookupProbe samples = new LookupProbe(database);

	@Test
	void patternsTakeWildcardsLiterally() {
		assertThat(this.samples.ids("name__contains", "l%p")).containsExactly(2L);
		assertThat(this.samples.ids("name__contains", "l_p")).isEmpty();
		assertThat(this.samples.ids("name__contains", "\\sl")).containsExactly(3L);
		assertThat(this.samples.ids("name__endswith", "_x")).containsExactly(3L);
		assertThat(this.samples.ids("name__startswith", "al")).containsExactly(2L);
	}

	@Test
	void theOnesWithAnIIgnoreCase() {
		assertThat(this.samples.ids("name__istartswith", "AL")).containsExactly(1L, 2L);
		assertThat(this.samples.ids("name__iexact", "ALPHA")).containsExactly(1L);
		assertThat(this.samples.ids("body__icontains", "äpf")).containsExactly(4L);
		assertThat(this.samples.ids("name__iendswith", "PHA")).containsExactly(1L, 2L);
		assertThat(this.samples.ids("name__iregex", "^ALPHA$")).containsExactly(1L);
		assertThat(this.samples.ids("name__regex", "^al")).containsExactly(2L);
	}

	@Test
	void anyColumnIsLookedUpByItsText() {
		assertThat(this.samples.ids("count__contains", 0)).containsExactly(1L, 2L, 3L);
		assertThat(this.samples.ids("day__startswith", "2024")).containsExactly(2L, 3L);
		assertThat(this.samples.ids("address__endswith", ".2")).containsExactly(2L);
		assertThat(SqlProbe.text(LookupProbe.condition("address__contains", "1"))).contains("HOST(");
	}

	@Test
	void patternsFromColumnsAreEscapedByTheDatabase() {
		Operand name = new Operand.Expression(LookupProbe.column("name"));
		for (String lookup : List.of("contains", "icontains", "startswith", "istartswith", "endswith", "iendswith")) {
			assertThat(this.samples.ids("name__" + lookup, name)).as(lookup).containsExactly(1L, 2L, 3L);
		}
		assertThat(this.samples.ids("name__regex", new Operand.Expression(LookupProbe.column("body")))).isEmpty();
		assertThat(this.samples.ids("name__icontains", new Operand.Expression(LookupProbe.column("count")))).isEmpty();
	}

	@Test
	void registeredFunctionsBecomeTransforms() {
		LookupRegistry registry = LookupRegistry.standard().with(RegisteredTransforms.of("lower", "length", "abs"));
		assertThat(LookupRegistry.standard().transform("lower", LookupProbe.column("name"))).isEmpty();
		assertThat(registry.transform("lower", LookupProbe.column("count"))).isEmpty();
		assertThat(this.samples.values(registry.transform("length", LookupProbe.column("name"))
			.orElseThrow()
			.apply(LookupProbe.column("name")))).containsExactly(5, 6, 12, null);
	}

	@Test
	void searchFindsWords() {
		assertThat(this.samples.ids("body__search", "dog")).containsExactly(1L);
		assertThat(this.samples.ids("search", "cat")).containsExactly(2L);
		Sql simple = FunctionRegistry.standard()
			.create(new FunctionCall("SearchVector", List.of(LookupProbe.column("body")), Map.of("config", "simple"),
					null));
		Lookup exact = LookupRegistry.standard().lookup("exact", simple).orElseThrow();
		Sql condition = exact.apply(simple, new Operand.Value(-1, "dog", null));
		assertThat(SqlProbe.text(condition)).contains("plainto_tsquery('simple'::regconfig");
		assertThat(new SqlProbe(database, "sample").ids(condition)).isEmpty();
	}

	@Test
	void aTransformOfBothSidesChangesTheValueToo() {
		Transform reverse = new Reversed();
		Sql left = reverse.apply(LookupProbe.column("name"));
		Operand right = BilateralTransforms.apply("endswith", List.of(reverse), new Operand.Value(-1, "Alp", null),
				left.type());
		Lookup lookup = LookupRegistry.standard().lookup("endswith", left).orElseThrow();
		assertThat(new SqlProbe(database, "sample").ids(lookup.apply(left, right))).containsExactly(1L);
		assertThat(
				BilateralTransforms.apply("isnull", List.of(reverse), new Operand.Value(-1, true, null), left.type()))
			.isEqualTo(new Operand.Value(-1, true, null));
	}

	/** Turns both sides round. */
	private static final class Reversed implements Transform {

		@Override
		public Sql apply(Sql left) {
			return Call.of("REVERSE", ValueTypes.TEXT, left);
		}

		@Override
		public boolean bilateral() {
			return true;
		}

	}

}
