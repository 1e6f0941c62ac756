package dev.orm.typing;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each wrong statement has a twin that differs in the model only, and compiles. */
class TypedQueryTests {

	private static final String SOURCE = """
			import dev.orm.Attributes;
			import dev.orm.Locking;
			import dev.orm.Manager;
			import dev.orm.OnConflict;
			import dev.orm.Prefetch;
			import java.util.List;
			import dev.orm.acceptance.shop.*;
			import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
			import static dev.orm.acceptance.shop.EnrollmentPath.ENROLLMENT;
			import static dev.orm.acceptance.shop.EventPath.EVENT;
			import static dev.orm.acceptance.shop.OrderPath.ORDER;
			import static dev.orm.acceptance.shop.PagePath.PAGE;
			import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
			import static dev.orm.acceptance.shop.ReviewPath.REVIEW;
			import static dev.orm.expression.Aggregates.*;
			import static dev.orm.expression.Expressions.*;
			import static dev.orm.expression.Functions.*;
			import static dev.orm.expression.functions.Windows.*;
			import static java.time.temporal.ChronoUnit.*;
			class Statement {
				Object run(Manager<Product> products, Manager<Order> orders, Manager<Review> reviews, Manager<Event> events,
						Manager<Page> pages) {
					return %s;
				}
			}
			""";

	@TempDir
	private Path output;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					products.filter(ORDER.status.eq("x"))                      | products.filter(PRODUCT.name.eq("x"))
					products.exclude(ORDER.id.gt(1L))                          | products.exclude(PRODUCT.id.gt(1L))
					products.filter(CATEGORY.name.eq("x"))                     | products.filter(PRODUCT.category().name.eq("x"))
					products.filter(PRODUCT.id.eq(1L).and(ORDER.id.eq(1L)))    | products.filter(PRODUCT.id.eq(1L).and(PRODUCT.id.eq(1L)))
					products.filter(PRODUCT.id.eq(1L).or(ORDER.id.eq(1L)))     | products.filter(PRODUCT.id.eq(1L).or(PRODUCT.id.eq(1L)))
					products.get(ORDER.id.eq(1L))                              | products.get(PRODUCT.id.eq(1L))
					products.annotate(count(ORDER.items()).as("n"))            | products.annotate(count(PRODUCT.reviews()).as("n"))
					products.alias(ORDER.id.plus(1).as("n"))                   | products.alias(PRODUCT.id.plus(1).as("n"))
					products.aggregate(sum(ORDER.totalAmount))                 | products.aggregate(sum(PRODUCT.price))
					products.orderBy(ORDER.id.asc())                           | products.orderBy(PRODUCT.id.asc())
					products.orderBy(ORDER.id)                                 | products.orderBy(PRODUCT.id)
					products.orderBy(PRODUCT.price, ORDER.id)                  | products.orderBy(PRODUCT.price, PRODUCT.id)
					products.orderBy(PRODUCT.price, ORDER.id.desc())           | products.orderBy(PRODUCT.price, PRODUCT.id.desc())
					products.orderBy(PRODUCT.price.desc(), ORDER.id)           | products.orderBy(PRODUCT.price.desc(), PRODUCT.id)
					products.all().orderBy(CATEGORY.name)                      | products.all().orderBy(PRODUCT.category().name)
					products.orderBy(count(ORDER.items()))                     | products.orderBy(count(PRODUCT.reviews()))
					products.orderBy(1)                                        | products.orderBy()
					products.orderBy(PRODUCT.name, "id")                       | products.orderBy("name", "id")
					products.latest(PRODUCT.price, ORDER.id.desc())            | products.latest(PRODUCT.price, PRODUCT.id.desc())
					stringAgg(PRODUCT.name, ",").orderBy(ORDER.id)             | stringAgg(PRODUCT.name, ",").orderBy(PRODUCT.id)
					over(sum(PRODUCT.price)).orderBy(ORDER.id)                 | over(sum(PRODUCT.price)).orderBy(PRODUCT.id)
					products.selectForUpdate(Locking.rows().of(ORDER.customer())) | products.selectForUpdate(Locking.rows().of(PRODUCT.category()))
					products.selectForUpdate(Locking.rows().of(ORDER).noWait()) | products.selectForUpdate(Locking.rows().of(PRODUCT).noWait())
					products.selectForUpdate(Locking.rows().of(PRODUCT, ORDER.customer())) | products.selectForUpdate(Locking.rows().of(PRODUCT, PRODUCT.category()))
					products.selectForUpdate(Locking.rows().of(PRODUCT).of(ORDER)) | products.selectForUpdate(Locking.rows().of("self").of(PRODUCT))
					products.selectForUpdate(Locking.rows().of(PAGE.contentPtr())) | pages.selectForUpdate(Locking.rows().of(PAGE, PAGE.contentPtr()).noKey())
					products.values(ORDER.status)                              | products.values(PRODUCT.name)
					products.values(PRODUCT.price).as(String::length)          | products.values(PRODUCT.name).as(String::length)
					products.distinct(ORDER.status)                            | products.distinct(PRODUCT.name)
					products.only(ORDER.status)                                | products.only(PRODUCT.name)
					products.defer(ORDER.status)                               | products.defer(PRODUCT.name)
					products.selectRelated(ORDER.customer())                   | products.selectRelated(PRODUCT.category())
					products.prefetchRelated(ORDER.items())                    | products.prefetchRelated(PRODUCT.reviews())
					products.values(PRODUCT.name, ORDER.status)                | products.values(PRODUCT.name, PRODUCT.price)
					products.flat(ORDER.status)                                | products.flat(PRODUCT.name)
					products.filter(PRODUCT.id.eq(1L)).update(ORDER.id.set(1)) | products.filter(PRODUCT.id.eq(1L)).update(PRODUCT.id.set(1))
					products.all().or(orders.all())                            | products.all().or(products.all())
					sum(PRODUCT.price).filter(ORDER.id.gt(1L))                 | sum(PRODUCT.price).filter(PRODUCT.id.gt(1L))
					over(sum(PRODUCT.price)).orderBy(ORDER.id.asc())           | over(sum(PRODUCT.price)).orderBy(PRODUCT.id.asc())
					over(sum(PRODUCT.price)).partitionBy(ORDER.status)         | over(sum(PRODUCT.price)).partitionBy(PRODUCT.name)
					caseWhen(PRODUCT.id.gt(1L), 1).when(ORDER.id.gt(1L), 2)    | caseWhen(PRODUCT.id.gt(1L), 1).when(PRODUCT.id.gt(2L), 2)
					products.dates(ORDER.orderDate, YEARS)                     | products.dates(PRODUCT.createdAt, YEARS)
					products.dates(PRODUCT.name, YEARS)                        | products.dates(PRODUCT.updatedAt, YEARS)
					events.dates(EVENT.at, YEARS)                              | events.dates(EVENT.day, YEARS)
					products.datetimes(ORDER.orderDate, HOURS)                 | products.datetimes(PRODUCT.createdAt, HOURS)
					events.datetimes(EVENT.day, HOURS)                         | events.datetimes(EVENT.startsAt, HOURS)
					products.latest(ORDER.id)                                  | products.latest(PRODUCT.id)
					products.earliest(ORDER.id.asc())                          | products.earliest(PRODUCT.id.asc())
					products.inBulk(List.of(1L), ORDER.id)                     | products.inBulk(List.of(1L), PRODUCT.id)
					products.inBulk(List.of("x"), PRODUCT.id)                  | products.inBulk(List.of(1L), PRODUCT.id)
					products.inBulkBy(ORDER.id)                                | products.inBulkBy(PRODUCT.id)
					products.bulkUpdate(List.of(), ORDER.status)               | products.bulkUpdate(List.of(), PRODUCT.name)
					products.save(null, ORDER.status)                          | products.save(null, PRODUCT.name)
					products.refresh(null, ORDER.status)                       | products.refresh(null, PRODUCT.name)
					products.bulkCreate(List.of(), OnConflict.on(ORDER.id).update(ORDER.status)) | products.bulkCreate(List.of(), OnConflict.on(PRODUCT.id).update(PRODUCT.name))
					products.getOrCreate(Attributes.of(ORDER.id.is(1L)), Attributes.of()) | products.getOrCreate(Attributes.of(PRODUCT.id.is(1L)), Attributes.of())
					products.raw("").prefetchRelated(ORDER.items())            | products.raw("").prefetchRelated(PRODUCT.reviews())
					Prefetch.prefetch(PRODUCT.reviews(), orders.all())         | Prefetch.prefetch(PRODUCT.reviews(), reviews.all())
					Prefetch.prefetch(PRODUCT.reviews(), reviews.values("id")) | Prefetch.prefetch(PRODUCT.reviews(), reviews)
					Prefetch.prefetch("reviews", reviews.values(REVIEW.id, REVIEW.rating)) | Prefetch.prefetch("reviews", reviews)
					Prefetch.prefetch(PRODUCT.reviews(), reviews.values(REVIEW.id, REVIEW.rating)) | Prefetch.prefetch(PRODUCT.reviews(), reviews.filter(REVIEW.rating.gt(1)))
					Prefetch.prefetch(PRODUCT.reviews(), reviews.flat(REVIEW.id)) | Prefetch.prefetch(PRODUCT.reviews(), reviews.only(REVIEW.id))
					Prefetch.prefetch(PRODUCT.reviews(), reviews.raw("SELECT 1")) | Prefetch.prefetch(PRODUCT.reviews(), reviews.all())
					(Runnable) () -> new Course().getStudents().add(new Course()) | (Runnable) () -> new Course().getStudents().add(new Student(), new Student())
					(Runnable) () -> new Course().getStudents().remove(1L) | (Runnable) () -> new Course().getStudents().removeKeys(1L)
					(Runnable) () -> new Course().getStudents().set(List.of(new Course())) | (Runnable) () -> new Course().getStudents().set(List.of(new Student()))
					filteredRelation(PRODUCT.reviews(), REVIEW.rating.gt(1))   | filteredRelation(PRODUCT.reviews(), PRODUCT.reviews().rating.gt(1))
					new Course().getStudents().throughDefaults(Enrollment.class, PRODUCT.name.is("x")) | new Course().getStudents().throughDefaults(Enrollment.class, ENROLLMENT.grade.is("x"))
					PRODUCT.price.icontains("x")                               | PRODUCT.name.icontains("x")
					PRODUCT.name.plus(1)                                       | PRODUCT.price.plus(1)
					PRODUCT.isActive.year()                                    | PRODUCT.createdAt.year()
					PRODUCT.nosuch                                             | PRODUCT.name
					PRODUCT.id.is("x")                                         | PRODUCT.id.is(1L)
					""")
	void aStatementAboutAnotherModelDoesNotCompile(String wrong, String right) {
		assertThat(errors(right)).as(right).isEmpty();
		assertThat(errors(wrong)).as(wrong).isNotEmpty();
	}

	private List<String> errors(String statement) {
		DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
		List<String> options = List.of("-proc:none", "-d", this.output.toString(), "-classpath",
				System.getProperty("java.class.path"));
		ToolProvider.getSystemJavaCompiler()
			.getTask(new StringWriter(), null, messages, options, null,
					List.of(new Source(SOURCE.formatted(statement))))
			.call();
		return messages.getDiagnostics()
			.stream()
			.filter((message) -> message.getKind() == javax.tools.Diagnostic.Kind.ERROR)
			.map(Object::toString)
			.toList();
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(String text) {
			super(URI.create("string:///Statement.java"), Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
