package dev.orm.catalogue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.orm.Manager;
import dev.orm.function.AggregateRegistry;
import dev.orm.function.FunctionRegistry;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every registered function and aggregate runs on PostgreSQL, typed and by its name. */
class CatalogueTests {

	@RegisterExtension
	static final TestDatabase database = SampleDatabase.create();

	private static final Manager<Sample> samples = SampleDatabase.open(database);

	private final Catalogue catalogue = new Catalogue(samples);

	static List<Entry> functions() {
		return Catalogue.functions();
	}

	static List<Entry> aggregates() {
		return Catalogue.aggregates();
	}

	@Test
	void everyFunctionHasASample() {
		assertThat(names(functions())).isEqualTo(new TreeSet<>(FunctionRegistry.standard().names()));
	}

	@Test
	void everyAggregateHasASample() {
		assertThat(names(aggregates())).isEqualTo(new TreeSet<>(AggregateRegistry.standard().names()));
	}

	@ParameterizedTest
	@MethodSource("functions")
	void aFunctionIsSelectedFilteredAndOrderedBy(Entry entry) {
		List<Object> typed = this.catalogue.values(entry, entry.expression());
		List<Object> named = this.catalogue.values(entry, Catalogue.byName(entry));
		assertThat(typed).hasSize(3);
		if (!Catalogue.isVolatile(entry)) {
			assertThat(named).isEqualTo(typed);
		}
		assertThat(this.catalogue.uses(entry)).isEqualTo(typed.stream().filter((value) -> value != null).count());
	}

	@ParameterizedTest
	@MethodSource("aggregates")
	void anAggregateIsComputedOverAllRowsAndForEach(Entry entry) {
		List<Object> typed = this.catalogue.values(entry, entry.expression());
		assertThat(typed).doesNotContainNull();
		if (!entry.java().endsWith("type)")) {
			assertThat(this.catalogue.values(entry, Catalogue.byName(entry)).get(0).toString())
				.isEqualTo(typed.get(0).toString());
		}
		assertThat(this.catalogue.rows(entry, entry.expression()).list()).hasSize(3);
	}

	private static Set<String> names(List<Entry> entries) {
		return entries.stream().map(Entry::name).collect(Collectors.toCollection(TreeSet::new));
	}

}
