package dev.orm.lookup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.catalogue.Sample;
import dev.orm.catalogue.SampleDatabase;
import dev.orm.error.QueryValueException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.expression.F;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.catalogue.SamplePath.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Transforms that a lookup applies to its value too. Django's custom_lookups tests. */
class BilateralTransformTests {

	@RegisterExtension
	static final TestDatabase database = SampleDatabase.create();

	private static final Manager<Sample> samples = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Sample.class))
		.lookups(new ModuloThree())
		.build()
		.manager(Sample.class);

	@Test
	void aValueIsTransformedToo() {
		assertThat(ids("title__unaccent", "Crèmé brulee")).containsExactly(2L);
		assertThat(ids("title__unaccent__istartswith", "crémê")).containsExactly(2L);
		assertThat(ids("count__mod3", 4)).as("7 and 10 are 1 beyond a multiple of three").containsExactly(1L, 2L);
		assertThat(ids("count__mod3__gt", 3)).containsExactly(1L, 2L);
		assertThat(ids("count__mod3", F.of("id"))).containsExactly(1L);
	}

	@Test
	void theMembersOfAListAreTransformed() {
		assertThat(ids("title__unaccent__in", List.of("Creme brulee", "nothing"))).containsExactly(2L);
		assertThat(ids("title__unaccent__in", List.of("Running dogs"))).containsExactly(1L);
		assertThat(ids("title__unaccent__in", List.of("Running dogs", "Creme brulee", "a", "b"))).as("of any length")
			.containsExactly(1L, 2L);
		assertThat(ids("title__unaccent__in", Arrays.asList("Creme brulee", null))).containsExactly(2L);
		assertThat(ids("count__mod3__in", List.of(4, 5))).containsExactly(1L, 2L);
		assertThat(ids("count__mod3__in", List.of(3))).isEmpty();
		assertThat(samples.filter(SAMPLE.title.unaccent().in("Creme brulee")).list()).hasSize(1);
		assertThat(samples.filter("title__unaccent__in", Arrays.asList(F.of("title"), "x")).list()).hasSize(2);
	}

	@Test
	void anEmptyListSendsNothing() {
		assertThat(Queries.count(() -> assertThat(ids("title__unaccent__in", List.of())).isEmpty())).isZero();
	}

	@Test
	void rowsOutsideOfAListAreThoseWithNullToo() {
		assertThat(samples.exclude("title__unaccent__in", List.of("Creme brulee")).orderBy("id").flat("id").list())
			.containsExactly(1L, 3L);
	}

	@Test
	void bothEndsOfARangeAreTransformed() {
		assertThat(ids("count__mod3__range", List.of(3, 4))).containsExactly(1L, 2L);
		assertThat(ids("count__mod3__range", List.of(4, 5))).containsExactly(1L, 2L);
		assertThat(ids("count__mod3__range", List.of(5, 8))).isEmpty();
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> ids("count__mod3__range", List.of(1)));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> ids("count__mod3__range", Arrays.asList(1, null)));
	}

	@Test
	void aQueryIsNotTransformed() {
		assertThatExceptionOfType(UnsupportedQueryException.class)
			.isThrownBy(() -> ids("count__mod3__in", samples.all().values("count")));
	}

	@Test
	void whetherThereIsAValueIsAskedAsEver() {
		assertThat(ids("title__unaccent__isnull", true)).containsExactly(3L);
		assertThat(ids("title__unaccent", null)).containsExactly(3L);
	}

	private static List<Object> ids(String lookup, Object value) {
		return samples.filter(lookup, value).orderBy("id").flat("id").list();
	}

	/** The rest of a division by three, of both sides. */
	private static final class ModuloThree implements LookupFactory {

		@Override
		public Optional<Transform> transform(String name, Sql left) {
			return (name.equals("mod3") && left.type().kind().isInteger())
					? Optional.of(Transform.onBothSides((number) -> Template.of("(({}) % 3)", number.type(), number)))
					: Optional.empty();
		}

	}

}
