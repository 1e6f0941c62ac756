package dev.orm.relation;

import java.math.BigDecimal;
import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Related;
import dev.orm.RelatedManager;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys that are equal to the database are equal to the engine, whatever their objects
 * say: padded texts, numbers with trailing zeros, bytes, texts of any case.
 */
class EqualKeysTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("""
			CREATE TABLE padded (code char(6) PRIMARY KEY, name text);
			CREATE TABLE padded_line (id bigint PRIMARY KEY, owner_id text NOT NULL);
			CREATE TABLE numbered (code numeric PRIMARY KEY, name text);
			CREATE TABLE numbered_line (id bigint PRIMARY KEY, owner_id numeric NOT NULL);
			CREATE TABLE byted (code bytea PRIMARY KEY, name text);
			CREATE TABLE byted_line (id bigint PRIMARY KEY, owner_id bytea NOT NULL);
			CREATE EXTENSION citext;
			CREATE TABLE cased (code citext PRIMARY KEY, name text);
			CREATE TABLE cased_line (id bigint PRIMARY KEY, owner_id citext NOT NULL)""");

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Padded.class, PaddedLine.class, Numbered.class, NumberedLine.class, Byted.class,
				BytedLine.class, Cased.class, CasedLine.class))
		.build();

	@BeforeEach
	void fill() {
		database.execute("TRUNCATE padded, padded_line, numbered, numbered_line, byted, byted_line, cased, cased_line",
				"INSERT INTO padded VALUES ('ab', 'first'), ('cd', 'second')",
				"INSERT INTO padded_line VALUES (1, 'ab'), (2, 'ab')",
				"INSERT INTO numbered VALUES (1.0, 'first'), (2.00, 'second')",
				"INSERT INTO numbered_line VALUES (1, 1.000), (2, 1)",
				"INSERT INTO byted VALUES ('\\x00ff', 'first'), ('\\x01', 'second')",
				"INSERT INTO byted_line VALUES (1, '\\x00ff'), (2, '\\x00ff')",
				"INSERT INTO cased VALUES ('Ab', 'first'), ('cd', 'second')",
				"INSERT INTO cased_line VALUES (1, 'aB'), (2, 'AB')");
	}

	@Test
	void paddedTexts() {
		areOne(this.orm.manager(Padded.class), this.orm.manager(PaddedLine.class), "ab");
	}

	@Test
	void numbersWithTrailingZeros() {
		areOne(this.orm.manager(Numbered.class), this.orm.manager(NumberedLine.class), new BigDecimal("1.00000"));
	}

	@Test
	void bytes() {
		areOne(this.orm.manager(Byted.class), this.orm.manager(BytedLine.class), new byte[] { 0, -1 });
	}

	@Test
	void textsOfAnyCase() {
		areOne(this.orm.manager(Cased.class), this.orm.manager(CasedLine.class), "ab");
	}

	private <O extends Owner, L extends Model & Line> void areOne(Manager<O> owners, Manager<L> lines, Object key) {
		foreignKeysAreFound(lines, key);
		reverseRowsAreFound(owners, lines, key);
		instancesAreEqual(owners, key);
		deferredFieldsAreFetched(owners, key);
		bulkUpdatesFindTheirRows(owners, key);
		cascadesDelete(owners, lines, key);
	}

	private <L extends Model & Line> void foreignKeysAreFound(Manager<L> lines, Object key) {
		assertThat(lines.list()).hasSize(2).allMatch((line) -> ((Owner) line.owner().get()).getName().equals("first"));
		assertThat(lines.prefetchRelated("owner").list()).allMatch((line) -> line.owner().fetched() != null);
		assertThat(lines.filter("owner", key).count()).isEqualTo(2);
		assertThat(lines.filter("owner__in", List.of(key)).count()).isEqualTo(2);
	}

	private <O extends Owner, L extends Model> void reverseRowsAreFound(Manager<O> owners, Manager<L> lines,
			Object key) {
		assertThat(owners.filter("pk__in", List.of(key)).count()).isEqualTo(1);
		O owner = owners.prefetchRelated("lines").get("pk", key);
		assertThat(((RelatedManager<?>) Related.get(owner, "lines")).all().list()).hasSize(2);
	}

	private <O extends Owner> void instancesAreEqual(Manager<O> owners, Object key) {
		O first = owners.get("pk", key);
		assertThat(owners.get("pk", key)).isEqualTo(first).hasSameHashCodeAs(first);
	}

	private <O extends Owner> void deferredFieldsAreFetched(Manager<O> owners, Object key) {
		assertThat(owners.only("pk").get("pk", key).getName()).isEqualTo("first");
	}

	private <O extends Owner> void bulkUpdatesFindTheirRows(Manager<O> owners, Object key) {
		O found = owners.get("pk", key);
		found.setName("renamed");
		assertThat(owners.filter("name", "first").bulkUpdate(List.of(found), "name")).isEqualTo(1);
		assertThat(owners.filter("name", "renamed").count()).isEqualTo(1);
	}

	private <O extends Owner, L extends Model> void cascadesDelete(Manager<O> owners, Manager<L> lines, Object key) {
		owners.filter("pk", key).delete();
		assertThat(owners.count()).isEqualTo(1);
		assertThat(lines.count()).isZero();
	}

	/** A row that others point to. */
	abstract static class Owner extends Model {

		@Nullable String name;

		@Nullable String getName() {
			return this.name;
		}

		void setName(@Nullable String name) {
			this.name = name;
		}

	}

	/** A row that points to another. */
	interface Line {

		ForeignKey<?> owner();

	}

	@Table(name = "padded")
	static class Padded extends Owner {

		@Id(generated = Id.Generated.ASSIGNED)
		@Column(type = "char(6)")
		String code;

	}

	@Table(name = "padded_line")
	static class PaddedLine extends Model implements Line {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("lines")
		ForeignKey<Padded> owner;

		@Override
		public ForeignKey<?> owner() {
			return this.owner;
		}

	}

	@Table(name = "numbered")
	static class Numbered extends Owner {

		@Id(generated = Id.Generated.ASSIGNED)
		BigDecimal code;

	}

	@Table(name = "numbered_line")
	static class NumberedLine extends Model implements Line {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("lines")
		ForeignKey<Numbered> owner;

		@Override
		public ForeignKey<?> owner() {
			return this.owner;
		}

	}

	@Table(name = "byted")
	static class Byted extends Owner {

		@Id(generated = Id.Generated.ASSIGNED)
		byte[] code;

	}

	@Table(name = "byted_line")
	static class BytedLine extends Model implements Line {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("lines")
		ForeignKey<Byted> owner;

		@Override
		public ForeignKey<?> owner() {
			return this.owner;
		}

	}

	@Table(name = "cased")
	static class Cased extends Owner {

		@Id(generated = Id.Generated.ASSIGNED)
		@Column(type = "citext")
		String code;

	}

	@Table(name = "cased_line")
	static class CasedLine extends Model implements Line {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("lines")
		ForeignKey<Cased> owner;

		@Override
		public ForeignKey<?> owner() {
			return this.owner;
		}

	}

}
