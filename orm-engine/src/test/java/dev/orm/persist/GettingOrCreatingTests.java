package dev.orm.persist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.UniqueViolationException;
import dev.orm.expression.Assignment;
import dev.orm.expression.F;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.model.Model;
import dev.orm.persist.Blog.Account;
import dev.orm.persist.Blog.Author;
import dev.orm.persist.Blog.Content;
import dev.orm.persist.Blog.Country;
import dev.orm.persist.Blog.Note;
import dev.orm.persist.Blog.Page;
import dev.orm.persist.Blog.Post;
import dev.orm.persist.Blog.Seat;
import dev.orm.persist.Blog.Token;
import dev.orm.routing.Route;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GettingOrCreatingTests {

	private static final int THREADS = 6;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Blog.SCHEMA);

	private final Writing writing = new Writing(database.dataSource(), Author.class, Post.class, Note.class,
			Country.class, Seat.class, Account.class, Content.class, Page.class, Token.class);

	@BeforeEach
	void empty() {
		database.truncate("author", "post", "country", "seat");
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(database.connectionsInUse()).isZero();
	}

	private static Assignment<?> is(String attribute, Object value) {
		return new Assignment<>(attribute, Nodes.of(value));
	}

	private Getting<Model> getOrCreate(Class<? extends Model> type, List<Assignment<?>> lookups,
			List<Assignment<?>> defaults) {
		return this.writing.persistence.getOrCreate(this.writing.query(type), lookups, defaults, Route.DEFAULT);
	}

	private Getting<Model> updateOrCreate(Class<? extends Model> type, List<Assignment<?>> lookups,
			List<Assignment<?>> updates) {
		return this.writing.persistence.updateOrCreate(this.writing.query(type), lookups, updates, updates,
				Route.DEFAULT);
	}

	@Test
	void whatIsThereIsReturnedAsItIs() {
		this.writing.save(Country.of("DE", "Germany"));
		Getting<Model> getting = getOrCreate(Country.class, List.of(is("code", "DE")), List.of(is("name", "ignored")));
		assertThat(getting.created()).isFalse();
		assertThat(((Country) getting.instance()).name).isEqualTo("Germany");
	}

	@Test
	void whatIsMissingIsCreatedFromLookupsAndDefaults() {
		Getting<Model> getting = getOrCreate(Country.class, List.of(is("code", "DE"), is("name__iexact", "x")),
				List.of(is("name", "Germany")));
		assertThat(getting.created()).isTrue();
		assertThat(this.writing.rows("SELECT * FROM country")).containsExactly("DE,Germany");
	}

	@Test
	void suppliersAreAskedOnlyToCreate() {
		AtomicInteger asked = new AtomicInteger();
		Supplier<String> name = () -> "n" + asked.incrementAndGet();
		List<Assignment<?>> defaults = List.of(new Assignment<>("name", new Atom.Literal(name, null)));
		getOrCreate(Country.class, List.of(is("code", "DE")), defaults);
		getOrCreate(Country.class, List.of(is("code", "DE")), defaults);
		assertThat(asked).hasValue(1);
		assertThat(this.writing.rows("SELECT name FROM country")).containsExactly("n1");
	}

	@Test
	void unknownAttributesAreRefused() {
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> getOrCreate(Country.class, List.of(is("code", "DE")), List.of(is("nope", 1))))
			.withMessageContaining("nope");
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> this.writing.persistence
			.create(this.writing.models.model(Country.class), List.of(is("nope", 1)), Route.DEFAULT));
	}

	@Test
	void severalRowsThatFitAreAnError() {
		this.writing.save(Country.of("DE", "x"));
		this.writing.save(Country.of("FR", "x"));
		assertThatExceptionOfType(MultipleObjectsReturnedException.class)
			.isThrownBy(() -> getOrCreate(Country.class, List.of(is("name", "x")), List.of()))
			.withMessageContaining("2");
	}

	@Test
	void anotherConstraintThatFailsReachesTheCallerAndLeavesTheTransactionUsable() {
		this.writing.save(Author.named("Ada"));
		this.writing.atomic.run(() -> {
			assertThatExceptionOfType(UniqueViolationException.class)
				.isThrownBy(() -> getOrCreate(Author.class, List.of(is("id", 7)), List.of(is("name", "Ada"))));
			this.writing.save(Author.named("Grace"));
		});
		assertThat(this.writing.rows("SELECT name FROM author ORDER BY id")).containsExactly("Ada", "Grace");
	}

	@Test
	void ofManyThreadsOneCreatesAndTheOthersGet() throws Exception {
		List<Getting<Model>> all = atOnce(() -> getOrCreate(Author.class, List.of(is("name", "Ada")), List.of()));
		assertThat(all).filteredOn(Getting::created).hasSize(1);
		Set<Object> keys = new HashSet<>();
		all.forEach((getting) -> keys.add(getting.instance().pk()));
		assertThat(keys).hasSize(1);
		assertThat(this.writing.rows("SELECT count(*) FROM author")).containsExactly("1");
	}

	@Test
	void updatesOfManyThreadsAreNotLost() throws Exception {
		List<Assignment<?>> counting = List.of(new Assignment<>("price", F.of("price").plus(1).node()));
		this.writing.save(Seat.of("A", 1, "0"));
		atOnce(() -> updateOrCreate(Seat.class, List.of(is("hall", "A"), is("number", 1)), counting));
		assertThat(this.writing.rows("SELECT price FROM seat")).containsExactly(THREADS + ".00");
	}

	private static <T> List<T> atOnce(Supplier<T> work) throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			CountDownLatch start = new CountDownLatch(1);
			List<Future<T>> running = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				running.add(threads.submit(() -> {
					start.await();
					return work.get();
				}));
			}
			start.countDown();
			List<T> results = new ArrayList<>();
			for (Future<T> future : running) {
				results.add(future.get());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void updatingWritesOnlyWhatWasGivenAndAutomaticTimes() {
		this.writing.save(Post.titled("a"));
		database.execute("UPDATE post SET changed = '2001-01-01', title = 'b'");
		List<String> statements = Writing.statements(
				() -> assertThat(updateOrCreate(Post.class, List.of(is("id", 1)), List.of(is("views", "5"))).created())
					.isFalse());
		assertThat(statements).hasSize(2);
		assertThat(statements.get(0)).contains("FOR UPDATE");
		assertThat(statements.get(1))
			.isEqualTo("UPDATE \"post\" AS \"t\" SET \"views\" = ?, \"changed\" = ? WHERE \"t\".\"id\" = ?");
		assertThat(this.writing.rows("SELECT title, views, changed > '2020-01-01' FROM post")).containsExactly("b,5,t");
	}

	@Test
	void updatingNothingOnlyReads() {
		this.writing.save(Country.of("DE", "Germany"));
		List<String> statements = Writing
			.statements(() -> assertThat(updateOrCreate(Country.class, List.of(is("code", "DE")), List.of()).created())
				.isFalse());
		assertThat(statements).singleElement().asString().endsWith("FOR UPDATE");
	}

	@Test
	void creatingMayTakeOtherValuesThanUpdating() {
		this.writing.persistence.updateOrCreate(this.writing.query(Country.class), List.of(is("code", "DE")),
				List.of(is("name", "updated")), List.of(is("name", "created")), Route.DEFAULT);
		assertThat(this.writing.rows("SELECT name FROM country")).containsExactly("created");
	}

}
