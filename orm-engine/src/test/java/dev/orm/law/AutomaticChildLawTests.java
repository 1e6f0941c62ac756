package dev.orm.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.law.Register.Entry;
import dev.orm.law.Register.Filing;
import dev.orm.law.Register.Folder;
import dev.orm.law.Register.Letter;
import dev.orm.law.Register.Topic;
import dev.orm.model.ForeignKey;
import dev.orm.persist.BulkCreateOptions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.Functions.concat;
import static dev.orm.Functions.value;
import static dev.orm.law.EntryPath.ENTRY;
import static dev.orm.law.FilingPath.FILING;
import static dev.orm.law.LetterPath.LETTER;

/**
 * Values that the engine sets agree on rows of two tables, on join rows and on rows that
 * change since another one goes.
 */
class AutomaticChildLawTests {

	@RegisterExtension
	static final Twins twins = new Twins(
			"""
					SELECT to_jsonb(e) - 'id' - 'folder_id' AS entry, f.name, to_jsonb(l) - 'entry_id' - 'entry_ptr_id' AS letter,
						(SELECT jsonb_agg(to_jsonb(x) - 'id' - 'entry_id' - 'topic_id' || jsonb_build_object('topic', t.name)
							ORDER BY t.name) FROM filing x JOIN topic t ON t.id = x.topic_id WHERE x.entry_id = e.id) AS filings
					FROM entry e LEFT JOIN folder f ON f.id = e.folder_id LEFT JOIN letter l ON l.entry_ptr_id = e.id
					ORDER BY e.code
					""");

	private static final Map<String, Consumer<Orm>> LETTERS = new LinkedHashMap<>();

	private static final Map<String, Consumer<Manager<Letter>>> SAVES = new LinkedHashMap<>();

	private static final Map<String, Consumer<Manager<Letter>>> OWN = new LinkedHashMap<>();

	private static final Map<String, Consumer<Manager<Letter>>> INHERITED = new LinkedHashMap<>();

	private static final Map<String, Consumer<Orm>> FILINGS = new LinkedHashMap<>();

	private static final Map<String, Consumer<Orm>> LOSSES = new LinkedHashMap<>();

	static {
		LETTERS.put("save", (orm) -> letters(orm).save(letter()));
		LETTERS.put("create", (orm) -> letters(orm).create(LETTER.code.is("one"), LETTER.text.is("text")));
		LETTERS.put("getOrCreate", (orm) -> letters(orm).getOrCreate(Map.of("code", "one"), Map.of("text", "text")));
		LETTERS.put("updateOrCreate",
				(orm) -> letters(orm).updateOrCreate(Map.of("code", "one"), Map.of("text", "text")));
		LETTERS.put("bulkCreate", (orm) -> letters(orm).bulkCreate(List.of(letter()), BulkCreateOptions::acrossTables));
		LETTERS.put("bulkCreate that computes", (orm) -> {
			Letter letter = letter();
			letters(orm).bulkCreate(List.of(letter), (how) -> how.acrossTables()
				.computing(letter, List.of(LETTER.text.set(concat(value("te"), value("xt"))))));
		});
		SAVES.put("save", (letters) -> letters.save(changed(letters)));
		SAVES.put("save and compute", (letters) -> letters.save(letters.get("code", "one"),
				LETTER.text.set(concat(value("new"), value(""))), LETTER.stamp.set(concat(value("new"), value("")))));
		SAVES.put("save by force", (letters) -> letters.save(changed(letters), (how) -> how.forcingUpdate()));
		OWN.put("save of a column", (letters) -> letters.save(changed(letters), LETTER.stamp));
		OWN.put("bulkUpdate", (letters) -> letters.bulkUpdate(List.of(changed(letters)), "stamp"));
		OWN.put("update", (letters) -> letters.update(LETTER.stamp.set("new")));
		INHERITED.put("save of a column", (letters) -> letters.save(changed(letters), LETTER.text));
		INHERITED.put("bulkUpdate", (letters) -> letters.bulkUpdate(List.of(changed(letters)), "text"));
		INHERITED.put("update", (letters) -> letters.update(LETTER.text.set("new")));
		INHERITED.put("update of a queryset",
				(letters) -> letters.filter("stamp", "second class").update("text", "new"));
	}

	static {
		FILINGS.put("save", (orm) -> topics(orm).forEach((topic) -> {
			Filing filing = new Filing();
			filing.entry = ForeignKey.to(entry(orm));
			filing.topic = ForeignKey.to(topic);
			orm.manager(Filing.class).save(filing);
		}));
		FILINGS.put("bulkCreate", (orm) -> orm.manager(Filing.class)
			.bulkCreate(topics(orm).stream()
				.map((topic) -> orm.manager(Filing.class).build(FILING.entry.is(entry(orm)), FILING.topic.is(topic)))
				.toList()));
		FILINGS.put("add", (orm) -> topics(orm).forEach((topic) -> entry(orm).topics.add(topic)));
		FILINGS.put("add of keys",
				(orm) -> entry(orm).topics.addKeys(topics(orm).stream().map((topic) -> topic.id).toArray()));
		FILINGS.put("set", (orm) -> entry(orm).topics.set(topics(orm)));
		FILINGS.put("set of keys",
				(orm) -> entry(orm).topics.setKeys(topics(orm).stream().map((topic) -> topic.id).toList()));
		FILINGS.put("create", (orm) -> {
			orm.manager(Topic.class).delete(orm.manager(Topic.class).get("name", "b"));
			entry(orm).topics.create(Map.of("name", "b"));
			entry(orm).topics.add(orm.manager(Topic.class).get("name", "a"));
		});
		LOSSES.put("update", (orm) -> {
			orm.manager(Entry.class).withDeleted().update(ENTRY.folder.setNull());
			orm.manager(Folder.class).delete(folder(orm));
		});
		LOSSES.put("delete", (orm) -> orm.manager(Folder.class).delete(folder(orm)));
		LOSSES.put("delete of a queryset", (orm) -> orm.manager(Folder.class).filter("name", "bills").delete());
		LOSSES.put("clear", (orm) -> {
			folder(orm).entries.clear();
			orm.manager(Folder.class).delete(folder(orm));
		});
		LOSSES.put("remove", (orm) -> folder(orm).entries.remove(entry(orm)));
		LOSSES.put("remove that saves nothing else", (orm) -> folder(orm).entries.set(List.of()));
	}

	private static Manager<Letter> letters(Orm orm) {
		return orm.manager(Letter.class);
	}

	private static Letter letter() {
		Letter letter = new Letter();
		letter.code = "one";
		letter.text = "text";
		return letter;
	}

	private static Letter changed(Manager<Letter> letters) {
		Letter letter = letters.get("code", "one");
		letter.text = "new";
		letter.stamp = "new";
		return letter;
	}

	private static List<Topic> topics(Orm orm) {
		return orm.manager(Topic.class).list();
	}

	private static Entry entry(Orm orm) {
		return orm.manager(Entry.class).get("code", "one");
	}

	private static Folder folder(Orm orm) {
		return orm.manager(Folder.class).get("name", "bills");
	}

	static Set<String> letters() {
		return LETTERS.keySet();
	}

	@ParameterizedTest
	@MethodSource("letters")
	void aRowOfTwoTablesIsFilledInByWhateverMakesIt(String way) {
		twins.desk().next("ada");
		twins.both(way, LETTERS.get("save"), LETTERS.get(way));
	}

	static Set<String> saves() {
		return SAVES.keySet();
	}

	@ParameterizedTest
	@MethodSource("saves")
	void aSaveOfTwoTablesSetsTheFieldsOfBoth(String way) {
		update(way, SAVES);
	}

	static Set<String> own() {
		return OWN.keySet();
	}

	@ParameterizedTest
	@MethodSource("own")
	void anUpdateOfTheChildsTableIsOneOfTheParents(String way) {
		update(way, OWN);
	}

	static Set<String> inherited() {
		return INHERITED.keySet();
	}

	@ParameterizedTest
	@MethodSource("inherited")
	void anUpdateOfTheParentsTableIsOneOfTheChilds(String way) {
		update(way, INHERITED);
	}

	private static void update(String way, Map<String, Consumer<Manager<Letter>>> ways) {
		twins.desk().next("ada");
		twins.fill(LETTERS.get("save"));
		twins.desk().next("grace");
		Consumer<Manager<Letter>> first = ways.values().iterator().next();
		twins.both(way, (orm) -> first.accept(letters(orm)), (orm) -> ways.get(way).accept(letters(orm)));
	}

	static Set<String> filings() {
		return FILINGS.keySet();
	}

	@ParameterizedTest
	@MethodSource("filings")
	void aJoinRowIsFilledInByWhateverMakesIt(String way) {
		twins.desk().next("ada");
		twins.fill((orm) -> {
			orm.manager(Topic.class).bulkCreate(List.of(Topic.of("a"), Topic.of("b")));
			orm.manager(Entry.class).create(Map.of("code", "one", "text", "text"));
		});
		twins.desk().next("grace");
		twins.both(way, FILINGS.get("save"), FILINGS.get(way));
	}

	static Set<String> losses() {
		return LOSSES.keySet();
	}

	@ParameterizedTest
	@MethodSource("losses")
	void aRowThatLosesItsOwnerIsWritten(String way) {
		twins.desk().next("ada");
		twins.fill((orm) -> orm.manager(Entry.class)
			.create(Map.of("code", "one", "text", "text", "folder",
					orm.manager(Folder.class).save(Folder.of("bills")))));
		twins.desk().next("grace");
		twins.both(way, LOSSES.get("update"), LOSSES.get(way));
	}

}
