package dev.orm.persist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.AutoNow;
import dev.orm.annotation.Column;
import dev.orm.annotation.GeneratedColumn;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.NotUpdatedException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Expressions;
import dev.orm.expression.F;
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
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a block changed in instances is undone with it, so that it can be repeated. */
class RolledBackInstanceTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(schema());

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Author.class, Post.class, Note.class, Country.class, Seat.class, Account.class, Content.class,
				Page.class, Token.class, Moment.class))
		.build();

	private final Manager<Account> accounts = this.orm.manager(Account.class);

	private final Manager<Post> posts = this.orm.manager(Post.class);

	private final Manager<Page> pages = this.orm.manager(Page.class);

	private final Manager<Note> notes = this.orm.manager(Note.class);

	private final Manager<Moment> moments = this.orm.manager(Moment.class);

	@BeforeEach
	void empty() {
		database.truncate("author", "post", "note", "country", "seat", "account", "content", "page", "token", "moment");
	}

	@Test
	void theVersionOfASavedInstanceIsThatOfTheRow() {
		Account account = this.accounts.create(Map.of("balance", 1));
		rolledBack(() -> {
			account.balance = 2;
			this.accounts.save(account);
			this.accounts.save(account);
			assertThat(account.version).isEqualTo(2);
		});
		assertThat(account.version).isZero();
		assertThat(account.balance).as("what the user set stays").isEqualTo(2);
		this.accounts.save(account);
		assertThat(this.accounts.get("pk", account.id).version).isEqualTo(1);
	}

	@Test
	void aSavepointUndoesWhatWasDoneSinceOnly() {
		Account account = this.accounts.create(Map.of("balance", 1));
		this.orm.atomic().run(() -> {
			this.accounts.save(account);
			rolledBack(() -> {
				this.accounts.save(account);
				this.accounts.bulkUpdate(List.of(account), "balance");
				assertThat(account.version).isEqualTo(3);
			});
			assertThat(account.version).isEqualTo(1);
			this.accounts.save(account);
		});
		assertThat(account.version).isEqualTo(2);
		assertThat(this.accounts.get("pk", account.id).version).isEqualTo(2);
	}

	@Test
	void bulkUpdateIsUndoneToo() {
		Account account = this.accounts.create(Map.of("balance", 1));
		rolledBack(() -> this.accounts.bulkUpdate(List.of(account), "balance"));
		assertThat(account.version).isZero();
		assertThat(this.accounts.bulkUpdate(List.of(account), "balance")).isEqualTo(1);
	}

	@Test
	void bulkUpdateThatSetsNothingLeavesWhatTheUserSets() {
		Post post = this.posts.create(Map.of("title", "a"));
		rolledBack(() -> {
			post.title = "b";
			this.posts.bulkUpdate(List.of(post), "title");
			post.id = 99L;
		});
		assertThat(post.id).isEqualTo(99L);
		assertThat(post.title).isEqualTo("b");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatWasReadAgainIsAsItWasRead(boolean whole) {
		Account account = this.accounts.create(Map.of("balance", 1));
		rolledBack(() -> {
			this.accounts.all().update("balance", 5);
			this.accounts.refresh(account, whole ? new String[0] : new String[] { "balance", "version" });
			assertThat(account.version).isEqualTo(1);
		});
		assertThat(account.balance).isEqualTo(1);
		assertThat(account.version).isZero();
		this.accounts.save(account);
	}

	@Test
	void whatTheUserSetAfterReadingAgainStays() {
		Account account = this.accounts.create(Map.of("balance", 1));
		rolledBack(() -> {
			this.accounts.refresh(account);
			account.balance = 9;
		});
		assertThat(account.balance).isEqualTo(9);
	}

	@Test
	void whatTheBlockLoadedFirstIsDeferredAgain() {
		this.posts.create(Map.of("title", "Ada", "tags", List.of("old")));
		Post post = this.posts.defer("tags").first().orElseThrow();
		rolledBack(() -> {
			this.posts.all().update("tags", List.of("new"));
			this.posts.refresh(post, "tags");
			assertThat(post.tags).containsExactly("new");
		});
		this.posts.save(post);
		assertThat(this.posts.get("pk", post.id).tags).containsExactly("old");
	}

	@Test
	void anInstanceCreatedInTheBlockIsNewAgain() {
		Account single = new Account();
		Account bulk = new Account();
		Page spread = Page.of("title", "body");
		Note own = new Note();
		Runnable block = () -> {
			this.accounts.save(single);
			this.accounts.bulkCreate(List.of(bulk));
			this.pages.save(spread);
			this.notes.save(own);
		};
		rolledBack(block);

		assertThat(single.id).isNull();
		assertThat(bulk.id).isNull();
		assertThat(spread.id).isNull();
		assertThat(own.id).isNull();
		assertThat(single.version).isNull();
		assertThat(List.of(single.isSaved(), bulk.isSaved(), spread.isSaved(), own.isSaved())).containsOnly(false);
		this.orm.atomic().run(block);
		assertThat(this.accounts.count()).isEqualTo(2);
		assertThat(this.pages.get("pk", spread.id).title).isEqualTo("title");
	}

	@Test
	void whatWasCreatedAndHandedOutIsNewAgain() {
		Account[] made = new Account[1];
		rolledBack(() -> made[0] = this.accounts.create(Map.of("balance", 7)));
		assertThat(made[0].id).isNull();
		this.accounts.save(made[0]);
		assertThat(this.accounts.get("balance", 7).id).isEqualTo(made[0].id);
	}

	@Test
	void aDeletedInstanceIsThereAgain() {
		Account account = this.accounts.create(Map.of("balance", 1));
		Long key = account.id;
		rolledBack(() -> this.accounts.delete(account));
		assertThat(account.id).isEqualTo(key);
		this.accounts.save(account);
		assertThat(this.accounts.count()).isEqualTo(1);
	}

	@Test
	void aWriteThatFailsByItselfLeavesTheInstanceAsItWas() {
		Account stale = this.accounts.create(Map.of("balance", 1));
		Account fresh = this.accounts.get("pk", stale.id);
		this.accounts.save(fresh);
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.accounts.save(stale));
		assertThat(stale.version).isZero();

		Page page = Page.of("title", null);
		assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> this.pages.save(page));
		assertThat(page.id).as("its parent's row is gone").isNull();
		page.body = "body";
		this.pages.save(page);
		assertThat(page.id).isNotNull();
	}

	@Test
	void whatASaveComputedIsUndone() {
		Moment moment = this.moments.create(Map.of("n", 3));
		rolledBack(() -> {
			increment(moment);
			increment(moment);
			assertThat(moment.n).isEqualTo(5);
		});
		assertThat(moment.n).isEqualTo(3);
		this.moments.save(moment);
		assertThat(this.moments.get("pk", moment.id).n).isEqualTo(3);
	}

	@Test
	void aSavepointUndoesWhatWasComputedSinceOnly() {
		Moment moment = this.moments.create(Map.of("n", 3));
		this.orm.atomic().run(() -> {
			increment(moment);
			rolledBack(() -> increment(moment));
			assertThat(moment.n).isEqualTo(4);
		});
		assertThat(moment.n).isEqualTo(4);
	}

	@Test
	void whatTheUserSetAfterASaveComputedItStays() {
		Moment moment = this.moments.create(Map.of("n", 3));
		rolledBack(() -> {
			increment(moment);
			moment.n = 9;
		});
		assertThat(moment.n).isEqualTo(9);
	}

	@Test
	void whatTheEngineAndTheDatabaseFilledInIsUndone() {
		Moment moment = this.moments.create(Map.of("n", 3));
		Instant before = moment.changed;
		Moment bulk = new Moment();
		rolledBack(() -> {
			this.moments.bulkUpdate(List.of(moment), "n");
			increment(moment);
			assertThat(moment.doubled).isEqualTo(8);
			this.moments.bulkCreate(List.of(bulk), (options) -> options.computing(bulk, computedOnce()));
			assertThat(bulk.n).isEqualTo(2);
			assertThat(bulk.code).isNotNull();
		});
		assertThat(moment.changed).isEqualTo(before);
		assertThat(moment.doubled).isEqualTo(6);
		assertThat(bulk.changed).isNull();
		assertThat(bulk.code).isNull();
		assertThat(bulk.n).isZero();
	}

	@Test
	void whatAFailedSaveFilledInIsUndone() {
		Moment moment = this.moments.create(Map.of("n", 3));
		Instant before = moment.changed;
		moment.n = -1;
		assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> this.moments.save(moment));
		assertThat(moment.changed).isEqualTo(before);
		assertThat(moment.n).as("what the user set stays").isEqualTo(-1);
	}

	private void increment(Moment moment) {
		this.moments.save(moment,
				(options) -> options.computing(List.of(new Assignment<>("n", F.of("n").plus(1).node()))));
	}

	private static List<Assignment<?>> computedOnce() {
		return List.of(new Assignment<>("n", Expressions.value(1).plus(1).node()));
	}

	private void rolledBack(Runnable work) {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.orm.atomic().run(() -> {
			work.run();
			throw new IllegalStateException("rolled back");
		}));
	}

	private static String[] schema() {
		String moment = "CREATE TABLE moment (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,"
				+ " n integer NOT NULL CHECK (n >= 0), changed timestamptz NOT NULL,"
				+ " code uuid NOT NULL DEFAULT gen_random_uuid(),"
				+ " doubled integer GENERATED ALWAYS AS (n * 2) STORED)";
		return Stream.concat(Stream.of(Blog.SCHEMA), Stream.of(moment)).toArray(String[]::new);
	}

	/** A row much of which fills itself in. */
	@Table(name = "moment")
	static class Moment extends Model {

		@Id
		Long id;

		int n;

		@AutoNow
		@Nullable Instant changed;

		@Column(dbDefault = "gen_random_uuid()")
		@Nullable UUID code;

		@GeneratedColumn("n * 2")
		@Nullable Integer doubled;

	}

}
