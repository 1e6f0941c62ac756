package dev.orm.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.history.Version.Done;
import dev.orm.load.ReadOptions;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.history.HistoryTable;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/** Reads what rows of a model were, by one statement for a row. Thread-safe. */
public final class Versions {

	private final Reader reader;

	private final EntityModel model;

	private final Changes changes;

	/**
	 * Create it.
	 * @param reader reads rows
	 * @param model the model
	 * @throws dev.orm.error.IllegalQueryException if its history is not kept
	 */
	public Versions(Reader reader, EntityModel model) {
		this.reader = reader;
		this.model = model;
		this.changes = new Changes(reader.known(), model);
	}

	/**
	 * Read what a row was.
	 * @param key its key; a list for a composite one
	 * @param options how to read
	 * @return its versions, the oldest first; empty if there never was such a row
	 */
	public List<Version<Model>> of(Object key, ReadOptions options) {
		if (this.model.concrete().parent() != null) {
			return new SpreadVersions(this.reader, this.model, this.changes).of(key, options);
		}
		List<Model> instances = this.reader.instances(query(key), options.asOf(null));
		List<Version<Model>> versions = new ArrayList<>(instances.size());
		Model before = null;
		Instant since = null;
		for (Model instance : instances) {
			List<@Nullable Object> told = InstanceState.of(instance).takeBeside();
			Done begin = done(told.subList(0, 3), since, false);
			since = (begin != null) ? begin.at() : since;
			Done end = done(told.subList(3, 6), since, "DELETE".equals(told.get(6)));
			date(instance, begin, end);
			versions.add(new Version<>(instance, begin, end, this.changes.between(before, instance)));
			before = instance;
		}
		return versions;
	}

	private QuerySpec query(Object key) {
		List<Node> beside = Stream.concat(VersionQuery.DONE.stream(), Stream.of(HistoryTable.OPERATION))
			.map(VersionQuery::column)
			.toList();
		return VersionQuery.of(this.model, key).then(new Selection.Beside(beside));
	}

	/**
	 * What was done: a transaction that began earlier may have waited for another one, so
	 * that what it did counts from then.
	 */
	private static @Nullable Done done(List<@Nullable Object> told, @Nullable Instant since, boolean removed) {
		if (!(told.get(0) instanceof Instant at)) {
			return null;
		}
		Instant moment = (since != null && at.isBefore(since)) ? since : at;
		return new Done(moment, (String) told.get(1), (Long) told.get(2), removed);
	}

	/** What is fetched through a version is as it was when it began. */
	private void date(Model instance, @Nullable Done begin, @Nullable Done end) {
		if (begin != null) {
			date(instance, begin.at());
		}
		else if (end != null) {
			date(instance, end.at().minusNanos(1_000));
		}
	}

	private void date(Model instance, Instant time) {
		this.reader.known().date(instance, new Restriction.AsOf(new Atom.Literal(time, ValueTypes.DATETIME)));
	}

}
