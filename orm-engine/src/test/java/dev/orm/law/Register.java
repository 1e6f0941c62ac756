package dev.orm.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.orm.ManyToMany;
import dev.orm.OneToMany;
import dev.orm.Orm;
import dev.orm.annotation.AutoNow;
import dev.orm.annotation.AutoNowAdd;
import dev.orm.annotation.Automatic;
import dev.orm.annotation.Column;
import dev.orm.annotation.CreatedBy;
import dev.orm.annotation.DeletedBy;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Position;
import dev.orm.annotation.Slug;
import dev.orm.annotation.SoftDelete;
import dev.orm.annotation.Table;
import dev.orm.annotation.Through;
import dev.orm.annotation.UpdatedBy;
import dev.orm.annotation.Version;
import dev.orm.automatic.AutomaticValue;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.session.TenantId;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Models with each kind of field that the engine sets, and who writes them when. */
final class Register {

	static final String[] TABLES = { "folder", "entry", "letter", "topic", "filing" };

	private Register() {
	}

	static TestDatabase database() {
		return TestDatabase
			.create(ModelTables.of(List.of(), Folder.class, Entry.class, Letter.class, Topic.class, Filing.class));
	}

	static Orm orm(TestDatabase database, Desk desk) {
		return Orm.builder()
			.dataSource(database.dataSource())
			.models(List.of(Folder.class, Entry.class, Letter.class, Topic.class, Filing.class))
			.clock(desk)
			.session((session) -> session.tenants(() -> Optional.of(7L)))
			.currentUser(() -> Optional.ofNullable(desk.user))
			.build();
	}

	/** Whom and when the write was that set a field. */
	static final class Signature implements AutomaticValue<String> {

		@Override
		public String next(Context context) {
			return "%s %s %s".formatted(context.attribute(), context.user().orElse("nobody"), context.now());
		}

	}

	@Automatic(by = Signature.class, on = Automatic.On.INSERT)
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Opened {

	}

	@Automatic(by = Signature.class, on = Automatic.On.SAVE)
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Signed {

	}

	@Automatic(by = Signature.class, on = Automatic.On.UPDATE)
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Touched {

	}

	/** What an abstract parent gives to all of its children. */
	abstract static class Kept extends Model {

		@AutoNowAdd
		Instant created;

		@AutoNow
		Instant saved;

		@AutoNow(updates = true)
		Instant changed;

		@CreatedBy
		@Column(nullable = true)
		String createdBy;

		@UpdatedBy
		@Column(nullable = true)
		String updatedBy;

		@Opened
		String opened;

		@Signed
		String signed;

		@Touched
		String touched;

	}

	@Table(name = "folder")
	static class Folder extends Model {

		@Id
		Long id;

		String name;

		@TenantId
		Long office;

		OneToMany<Entry> entries;

		static Folder of(String name) {
			Folder folder = new Folder();
			folder.name = name;
			return folder;
		}

	}

	@Table(name = "entry", ordering = "code")
	static class Entry extends Kept {

		@Id
		Long id;

		@Column(unique = true)
		String code;

		String text;

		@Slug(from = "text")
		@Column(unique = true)
		String slug;

		@OnDelete(OnDeleteAction.SET_NULL)
		@Column(nullable = true)
		ForeignKey<Folder> folder;

		@Position(within = "folder")
		int place;

		@Version
		int version;

		@SoftDelete
		@Nullable Instant deletedAt;

		@DeletedBy
		@Nullable String deletedBy;

		@TenantId
		Long office;

		@Through(Filing.class)
		ManyToMany<Topic> topics;

		static void entry(Meta<Entry> meta) {
			meta.history();
		}

	}

	/** Continues the table of entries, and has fields of its own that nobody sets. */
	@Table(name = "letter", ordering = "code")
	static class Letter extends Entry {

		@Column(defaultValue = "second class")
		String stamp;

		@CreatedBy
		@Column(nullable = true)
		String sealedBy;

		@Touched
		String handled;

	}

	@Table(name = "topic", ordering = "name")
	static class Topic extends Model {

		@Id
		Long id;

		String name;

		static Topic of(String name) {
			Topic topic = new Topic();
			topic.name = name;
			return topic;
		}

	}

	/** A join row that says who made it. */
	@Table(name = "filing")
	static class Filing extends Kept {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Entry> entry;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Topic> topic;

	}

	/** The time of a write, and who sits at the desk; null if nobody does. */
	static final class Desk extends Clock {

		private Instant now = Instant.parse("2026-01-01T00:00:00Z");

		private @Nullable String user;

		void next(@Nullable String user) {
			this.now = this.now.plusSeconds(60);
			this.user = user;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
