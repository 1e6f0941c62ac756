package dev.orm.catalogue;

import java.util.List;

import dev.orm.Manager;
import dev.orm.expression.Nodes;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Predicate;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every lookup and transform of every type runs on PostgreSQL, by path and as an
 * expression.
 */
class LookupCatalogueTests {

	@RegisterExtension
	static final TestDatabase database = SampleDatabase.create();

	private static final Manager<Sample> samples = SampleDatabase.open(database);

	static List<LookupSample> all() {
		return LookupCatalogue.all();
	}

	@ParameterizedTest
	@MethodSource("all")
	void aLookupFindsTheSameByPathAndAsAnExpression(LookupSample sample) {
		NumberExpression<Sample, Object> column = NumberExpression.of(new Atom.Field(sample.column()));
		List<Object> byPath = samples.filter(sample.path(), sample.value()).orderBy("id").flat("id").list();
		assertThat(samples.filter(column.lookup(sample.name(), sample.value())).orderBy("id").flat("id").list())
			.isEqualTo(byPath);
		assertThat(
				samples
					.annotate("x",
							NumberExpression.of(new Predicate.ExpressionLookup(sample.name(), column.node(),
									Nodes.of(sample.value()))))
					.filter("x", true)
					.orderBy("id")
					.flat("id")
					.list())
			.isEqualTo(byPath);
		// rows of NULL neither match nor match the opposite, but are never lost: Django's
		// exclude
		long excluded = samples.exclude(sample.path(), sample.value()).count();
		assertThat(excluded + byPath.size()).isLessThanOrEqualTo(3);
	}

}
