package shop.observe;

import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Tag;
import dev.orm.error.TransactionManagementException;
import dev.orm.execute.Database;
import dev.orm.observe.ForeignWrites;
import dev.orm.test.LogLines;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What commits by itself beside the transaction of another database is told of. */
class ForeignWritesTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	@RegisterExtension
	static final TestDatabase archived = Shop.database();

	@RegisterExtension
	final LogLines log = LogLines.of(ForeignWrites.class.getName());

	@AfterEach
	void allConnectionsAreBack() {
		assertThat(database.connectionsInUse() + archived.connectionsInUse()).isZero();
	}

	private static Orm orm(ForeignWrites.Mode mode) {
		return Shop
			.builder(Database.of("default", database.dataSource()), Database.of("archive", archived.dataSource()))
			.foreignWrites(mode)
			.build();
	}

	private static long archived(Orm orm, String name) {
		return orm.manager(Tag.class).using("archive").filter("name", name).count();
	}

	@Test
	void aWriteBesideTheTransactionOfAnotherDatabaseIsDoneAndToldOfOncePerPlace() {
		Orm orm = orm(ForeignWrites.Mode.WARN);
		Manager<Tag> tags = orm.manager(Tag.class);

		orm.atomic().run(() -> {
			for (int i = 0; i < 3; i++) {
				tags.on("archive").create(Map.of("name", "warned " + i));
			}
			orm.atomic().setRollbackOnly();
		});

		assertThat(archived(orm, "warned 2")).isOne();
		assertThat(this.log.messages()).singleElement()
			.asString()
			.startsWith("At shop.observe.ForeignWritesTests.")
			.contains("INSERT shop_tag on database 'archive' commits by itself while a transaction of database"
					+ " 'default' is open")
			.contains("atomic.using(\"archive\").run(...)")
			.doesNotContain("warned");
	}

	@Test
	void itIsRefusedBeforeItIsSentWhereTheApplicationWantsThat() {
		Orm orm = orm(ForeignWrites.Mode.FAIL);
		Manager<Tag> tags = orm.manager(Tag.class);

		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> orm.atomic().run(() -> tags.on("archive").create(Map.of("name", "refused"))))
			.withMessageContaining("would not undo it");

		assertThat(archived(orm, "refused")).isZero();
	}

	@Test
	void whatIsNoSuchWriteIsLeftAlone() {
		Orm orm = orm(ForeignWrites.Mode.FAIL);
		Manager<Tag> tags = orm.manager(Tag.class);

		tags.on("archive").create(Map.of("name", "alone"));
		orm.atomic().run(() -> {
			assertThat(tags.using("archive").filter("name", "alone").exists()).isTrue();
			tags.create(Map.of("name", "here"));
			orm.atomic().using("archive").run(() -> tags.on("archive").create(Map.of("name", "in both")));
		});

		assertThat(archived(orm, "in both")).isOne();
		assertThat(this.log.messages()).isEmpty();
	}

	@Test
	void allIsAllowedWhereTheApplicationSaysSo() {
		Orm orm = orm(ForeignWrites.Mode.ALLOW);

		orm.atomic().run(() -> orm.manager(Tag.class).on("archive").create(Map.of("name", "allowed")));

		assertThat(archived(orm, "allowed")).isOne();
		assertThat(this.log.messages()).isEmpty();
	}

}
