package dev.orm.persist;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.NotUpdatedException;
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
	static final TestDatabase database = TestDatabase.create(Blog.SCHEMA);

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Author.class, Post.class, Note.class, Country.class, Seat.class, Account.class, Content.class,
				Page.class, Token.class))
		.build();

	private final Manager<Account> accounts = this.orm.manager(Account.class);

	private final Manager<Post> posts = this.orm.manager(Post.class);

	private final Manager<Page> pages = this.orm.manager(Page.class);

	private final Manager<Note> notes = this.orm.manager(Note.class);

	@BeforeEach
	void empty() {
		database.truncate("author", "post", "note", "country", "seat", "account", "content", "page", "token");
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

	private void rolledBack(Runnable work) {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.orm.atomic().run(() -> {
			work.run();
			throw new IllegalStateException("rolled back");
		}));
	}

}
