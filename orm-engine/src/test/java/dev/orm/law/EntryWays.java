package dev.orm.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.orm.Attributes;
import dev.orm.Manager;
import dev.orm.OnConflict;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.law.Register.Entry;
import dev.orm.law.Register.Folder;
import dev.orm.model.ForeignKey;
import dev.orm.persist.BulkCreateOptions;
import org.jspecify.annotations.Nullable;

import static dev.orm.Functions.concat;
import static dev.orm.Functions.value;
import static dev.orm.law.EntryPath.ENTRY;

/**
 * The ways to write one entry, by what they do; the first of each is a save of the
 * instance, which the others have to agree with.
 */
final class EntryWays {

	private final Map<String, Way> ways = new LinkedHashMap<>();

	private EntryWays() {
	}

	List<String> names() {
		return List.copyOf(this.ways.keySet());
	}

	Way way(String name) {
		return this.ways.get(name);
	}

	private EntryWays way(String name, Way way) {
		this.ways.put(name, way);
		return this;
	}

	/** The ways to make a row. */
	static EntryWays inserts() {
		return new EntryWays().insertsOfOne().insertsInBulk();
	}

	private EntryWays insertsOfOne() {
		return way("save", (to) -> to.entries().save(to.fresh()))
			.way("save by force", (to) -> to.entries().save(to.fresh(), (how) -> how.forcingInsert()))
			.way("save and compute",
					(to) -> to.entries().save(to.fresh(), ENTRY.text.set(concat(value(to.text()), value("")))))
			.way("save what was built",
					(to) -> to.entries()
						.save(to.entries()
							.build(ENTRY.code.is(to.code()), ENTRY.text.is(to.text()), ENTRY.folder.is(to.folder()))))
			.way("save what a form gives", (to) -> {
				Entry entry = new Entry();
				to.entries().binder(ENTRY.code, ENTRY.text, ENTRY.folder).bind(entry, to.form());
				return to.entries().save(entry);
			})
			.way("create",
					(to) -> to.entries()
						.create(ENTRY.code.is(to.code()), ENTRY.text.is(to.text()), ENTRY.folder.is(to.folder())))
			.way("create of a queryset", (to) -> to.entries().all().create(to.values()))
			.way("create of a handle", (to) -> to.folder().entries.create(to.own()))
			.way("getOrCreate", (to) -> to.entries().getOrCreate(Map.of("code", to.code()), to.values()).instance())
			.way("getOrCreate of a handle",
					(to) -> to.folder().entries
						.getOrCreate(Attributes.of(ENTRY.code.is(to.code())), Attributes.of(ENTRY.text.is(to.text())))
						.instance())
			.way("updateOrCreate",
					(to) -> to.entries().updateOrCreate(Map.of("code", to.code()), to.values()).instance())
			.way("updateOrCreate of a handle",
					(to) -> to.folder().entries.updateOrCreate(Map.of("code", to.code()), Map.of("text", to.text()))
						.instance());
	}

	private EntryWays insertsInBulk() {
		return way("bulkCreate", (to) -> to.entries().bulkCreate(List.of(to.fresh())).get(0))
			.way("bulkCreate of a handle", (to) -> to.folder().entries.bulkCreate(List.of(to.fresh())).get(0))
			.way("bulkCreate by copying", (to) -> {
				bulk(to, BulkCreateOptions::copying);
				return null;
			})
			.way("bulkCreate that validates", (to) -> bulk(to, BulkCreateOptions::validating))
			.way("bulkCreate that computes", (to) -> {
				Entry entry = to.fresh();
				to.entries()
					.bulkCreate(List.of(entry), (how) -> how.computing(entry,
							List.of(ENTRY.text.set(concat(value(to.text()), value(""))))));
				return entry;
			})
			.way("upsert that meets no row", (to) -> {
				Entry entry = to.fresh();
				to.entries().bulkCreate(List.of(entry), OnConflict.on(ENTRY.code).update(ENTRY.text));
				return entry;
			})
			.way("insert that may be left out", (to) -> {
				to.entries().bulkCreate(List.of(to.fresh()), OnConflict.on(ENTRY.code).ignore());
				return null;
			})
			.way("add of a handle that saves", (to) -> {
				Entry entry = to.fresh();
				to.folder().entries.add(List.of(entry), false, Map.of());
				return entry;
			});
	}

	private static Entry bulk(Target to, UnaryOperator<BulkCreateOptions> how) {
		return to.entries().bulkCreate(List.of(to.fresh()), how).get(0);
	}

	/** The ways to save all of a row that is there. */
	static EntryWays saves() {
		return new EntryWays().way("save", (to) -> to.entries().save(to.changed()))
			.way("save by force", (to) -> to.entries().save(to.changed(), (how) -> how.forcingUpdate()))
			.way("save of a value", (to) -> to.entries().save(to.stored(), ENTRY.text.is(to.text())))
			.way("save and compute",
					(to) -> to.entries().save(to.stored(), ENTRY.text.set(concat(value(to.text()), value("")))))
			.way("save what a document gives", (to) -> {
				Entry entry = to.stored();
				to.entries().binder("text").bindJson(entry, Map.of("text", to.text()));
				return to.entries().save(entry);
			})
			.way("save of a handle", (to) -> to.handle().save(to.changed()))
			.way("updateOrCreate",
					(to) -> to.entries()
						.updateOrCreate(Map.of("code", to.code()), Map.of("text", to.text()))
						.instance())
			.way("updateOrCreate of a queryset",
					(to) -> to.entries()
						.filter(ENTRY.code.startswith(""))
						.updateOrCreate(Attributes.of(ENTRY.code.is(to.code())),
								Attributes.of(ENTRY.text.set(concat(value(to.text()), value("")))))
						.instance())
			.way("updateOrCreate of a handle",
					(to) -> to.handle()
						.updateOrCreate(Map.of("code", to.code()), Map.of("text", to.text()))
						.instance());
	}

	/** The ways to write the text of a row and nothing else. */
	static EntryWays updates() {
		return new EntryWays().way("save of a column", (to) -> to.entries().save(to.changed(), ENTRY.text))
			.way("save of a name", (to) -> to.entries().save(to.changed(), (how) -> how.updateFields(List.of("text"))))
			.way("bulkUpdate", (to) -> {
				Entry entry = to.changed();
				to.entries().bulkUpdate(List.of(entry), ENTRY.text);
				return entry;
			})
			.way("bulkUpdate of a handle", (to) -> {
				Entry entry = to.changed();
				to.handle().bulkUpdate(List.of(entry), "text");
				return entry;
			})
			.way("bulkUpdate of a queryset", (to) -> {
				Entry entry = to.changed();
				to.entries().filter(ENTRY.code.eq(to.code())).bulkUpdate(List.of(entry), "text");
				return entry;
			})
			.way("bulkUpdate that computes", (to) -> {
				Entry entry = to.stored();
				to.entries()
					.bulkUpdate(List.of(entry), List.of("text"), (how) -> how
						.computing(Map.of(entry, List.of(ENTRY.text.set(concat(value(to.text()), value("")))))));
				return entry;
			})
			.way("update",
					(to) -> none(to.entries().filter(ENTRY.code.eq(to.code())).update(ENTRY.text.set(to.text()))))
			.way("update by names", (to) -> none(to.entries().filter("code", to.code()).update("text", to.text())))
			.way("update that computes",
					(to) -> none(to.entries()
						.filter(ENTRY.code.eq(to.code()))
						.update(ENTRY.text.set(concat(value(to.text()), value(""))))))
			.way("update of a handle",
					(to) -> none(to.handle().filter(ENTRY.code.eq(to.code())).update(ENTRY.text.set(to.text()))))
			.way("upsert", (to) -> {
				Entry entry = to.fresh();
				to.entries().bulkCreate(List.of(entry), OnConflict.on(ENTRY.code).update(ENTRY.text));
				return null;
			});
	}

	/** The ways to give a row to another folder and save it. */
	static EntryWays moves() {
		return new EntryWays().way("save", (to) -> to.entries().save(to.moved()))
			.way("add of a handle that saves", (to) -> {
				Entry entry = to.stored();
				to.folder().entries.add(List.of(entry), false, Map.of());
				return entry;
			})
			.way("updateOrCreate",
					(to) -> to.entries()
						.updateOrCreate(Map.of("code", to.code()), Map.of("folder", to.folder()))
						.instance());
	}

	/** The ways to give a row to another folder. */
	static EntryWays gifts() {
		return new EntryWays().way("save of a column", (to) -> to.entries().save(to.moved(), ENTRY.folder))
			.way("add of a handle", (to) -> {
				Entry entry = to.stored();
				to.folder().entries.add(entry);
				return entry;
			})
			.way("set of a handle", (to) -> {
				Entry entry = to.stored();
				List<Entry> all = new ArrayList<>(to.folder().entries.list());
				all.add(entry);
				to.folder().entries.set(all);
				return entry;
			});
	}

	/** The ways to mark a row. */
	static EntryWays deletes() {
		return new EntryWays().way("delete", (to) -> {
			Entry entry = to.stored();
			to.entries().delete(entry);
			return entry;
		}).way("delete of a queryset", (to) -> {
			to.entries().filter(ENTRY.code.eq(to.code())).delete();
			return null;
		}).way("delete of a handle", (to) -> {
			to.handle().filter(ENTRY.code.eq(to.code())).delete();
			return null;
		});
	}

	/** The ways to take a mark back. */
	static EntryWays restores() {
		return new EntryWays().way("restore", (to) -> {
			Entry entry = to.stored();
			to.entries().restore(entry);
			return entry;
		}).way("restore of a queryset", (to) -> {
			to.entries().onlyDeleted().filter(ENTRY.code.eq(to.code())).restore();
			return null;
		});
	}

	private static @Nullable Entry none(long rows) {
		return null;
	}

	/** Writes what is wanted of an entry, and answers the instance it did it with. */
	interface Way {

		@Nullable Entry write(Target to);

	}

	/**
	 * What is wanted of which entry.
	 *
	 * @param orm where
	 * @param code which entry
	 * @param text its text
	 * @param folder its folder
	 */
	record Target(Orm orm, String code, String text, Folder folder) {

		Manager<Entry> entries() {
			return this.orm.manager(Entry.class);
		}

		/** The handle that the stored row is among. */
		RelatedManager<Entry> handle() {
			return stored().folder.get().entries;
		}

		Entry stored() {
			return entries().withDeleted().get("code", this.code);
		}

		Entry changed() {
			Entry entry = stored();
			entry.text = this.text;
			return entry;
		}

		Entry moved() {
			Entry entry = stored();
			entry.folder = ForeignKey.to(this.folder);
			return entry;
		}

		Entry fresh() {
			Entry entry = new Entry();
			entry.code = this.code;
			entry.text = this.text;
			entry.folder = ForeignKey.to(this.folder);
			return entry;
		}

		Map<String, Object> values() {
			return Map.of("code", this.code, "text", this.text, "folder", this.folder);
		}

		Map<String, Object> own() {
			return Map.of("code", this.code, "text", this.text);
		}

		Map<String, Object> form() {
			return Map.of("code", this.code, "text", this.text, "folder", String.valueOf(this.folder.id));
		}

	}

}
