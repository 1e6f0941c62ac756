package dev.orm.writers;

import java.time.Clock;
import java.util.List;

import dev.orm.bulk.ArrayStatements;
import dev.orm.bulk.BulkCopies;
import dev.orm.bulk.BulkCreator;
import dev.orm.bulk.BulkInserts;
import dev.orm.bulk.BulkUpdater;
import dev.orm.bulk.BulkUpdates;
import dev.orm.bulk.InsertBatches;
import dev.orm.bulk.NewRowsWriter;
import dev.orm.bulk.UpdateBatches;
import dev.orm.compile.QueryCompiler;
import dev.orm.copy.Copies;
import dev.orm.delete.Deleter;
import dev.orm.delete.Marks;
import dev.orm.delete.SetKeys;
import dev.orm.execute.StatementRunner;
import dev.orm.expression.Assignment;
import dev.orm.instance.AutomaticValues;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.KeyOrder;
import dev.orm.instance.Readiness;
import dev.orm.instance.TenantFields;
import dev.orm.instance.WriteModels;
import dev.orm.load.DeferredFields;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.Model;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.persist.BulkUpdateOptions;
import dev.orm.persist.Getting;
import dev.orm.persist.SaveOptions;
import dev.orm.persist.Saved;
import dev.orm.query.QuerySpec;
import dev.orm.relate.GenericWriter;
import dev.orm.relate.JoinRows;
import dev.orm.relate.ManyToManyWriter;
import dev.orm.relate.Owner;
import dev.orm.relate.PointingWriter;
import dev.orm.relate.PositionWriter;
import dev.orm.relate.ReverseForeignKeyWriter;
import dev.orm.relate.Workshop;
import dev.orm.routing.Route;
import dev.orm.save.ComputedValues;
import dev.orm.save.Creator;
import dev.orm.save.GettingOrCreating;
import dev.orm.save.HeardSaver;
import dev.orm.save.Saver;
import dev.orm.signal.Lifecycle;
import dev.orm.succession.FreeSlugs;
import dev.orm.succession.LastPositions;
import dev.orm.succession.RowOrder;
import dev.orm.succession.Successors;
import dev.orm.transaction.Atomic;
import dev.orm.write.InstanceStatements;
import dev.orm.write.QueryUpdater;
import dev.orm.write.RowLookup;
import dev.orm.write.SavedState;
import dev.orm.write.StatementSender;

/**
 * The door of this room: everything that writes. Nothing is validated before the database
 * does; a write of several statements is atomic, a write of one opens no transaction.
 * Thread-safe.
 */
public final class Persistence {

	private final Workshop workshop;

	private final Creator creator;

	private final BulkCreator bulkCreator;

	private final BulkUpdater bulkUpdater;

	private final GettingOrCreating gettingOrCreating;

	private Persistence(Workshop workshop, Creator creator, BulkCreator bulkCreator, BulkUpdater bulkUpdater,
			GettingOrCreating gettingOrCreating) {
		this.workshop = workshop;
		this.creator = creator;
		this.bulkCreator = bulkCreator;
		this.bulkUpdater = bulkUpdater;
		this.gettingOrCreating = gettingOrCreating;
	}

	/**
	 * Open the room where nobody listens, nobody is known and nothing is validated.
	 * @param registry the models
	 * @param compiler turns queries into SQL
	 * @param runner runs statements
	 * @param atomic runs several as one
	 * @param reader loads instances
	 * @param clock tells the times the engine sets
	 * @return the room
	 */
	public static Persistence open(ModelRegistry registry, QueryCompiler compiler, StatementRunner runner,
			Atomic atomic, Reader reader, Clock clock) {
		return open(registry, compiler, runner, atomic, reader, Surroundings.of(clock));
	}

	/**
	 * Open the room.
	 * @param registry the models
	 * @param compiler turns queries into SQL
	 * @param runner runs statements
	 * @param atomic runs several as one
	 * @param reader loads instances
	 * @param surroundings what writes are told of
	 * @return the room
	 */
	public static Persistence open(ModelRegistry registry, QueryCompiler compiler, StatementRunner runner,
			Atomic atomic, Reader reader, Surroundings surroundings) {
		Clock clock = surroundings.clock();
		WriteModels models = new WriteModels(registry);
		InstanceValues values = new InstanceValues(models, reader);
		InstanceSetter setter = new InstanceSetter(clock);
		TenantFields tenants = new TenantFields(surroundings.tenants(), setter);
		AutomaticValues automatic = new AutomaticValues(clock, setter, surroundings.automatic(), surroundings.user(),
				tenants);
		StatementSender sender = new StatementSender(runner, atomic);
		DeferredFields deferred = new DeferredFields(reader);
		KeyOrder order = new KeyOrder(values);
		ComputedValues computed = new ComputedValues(values, setter, sender, compiler);
		RowLookup rows = new RowLookup(compiler, sender, reader);
		SavedState state = new SavedState(values, setter, reader, sender);
		LastPositions positions = new LastPositions(values, setter, compiler, sender, rows);
		Successors successors = new Successors(new FreeSlugs(setter, rows), positions);
		Saver saver = new Saver(models, values, setter, automatic, new InstanceStatements(compiler), sender, rows,
				state, computed, deferred, successors);
		Lifecycle lifecycle = new Lifecycle(surroundings.events());
		HeardSaver heard = new HeardSaver(models, saver, sender, rows, lifecycle, surroundings.check());
		Creator creator = new Creator(setter, heard);
		Readiness readiness = new Readiness(values, deferred);
		ArrayStatements arrays = new ArrayStatements(values, compiler, sender);
		BulkCreator bulk = new BulkCreator(models, readiness, surroundings.check(),
				new InsertBatches(values, automatic, order), successors,
				new NewRowsWriter(new BulkInserts(arrays, state), new BulkCopies(values, new Copies(compiler, runner)),
						computed, sender),
				state, sender);
		QueryUpdater updater = new QueryUpdater(models, compiler, sender, rows, automatic);
		Deleter deleter = new Deleter(models, values, setter, state, sender, compiler, updater, rows, lifecycle,
				new SetKeys(surroundings.automatic(), values),
				new Marks(updater, clock, surroundings.user(), lifecycle));
		Workshop workshop = new Workshop(models, values, state, sender, rows, heard, updater, deleter,
				new JoinRows(compiler, sender, rows, creator, bulk, tenants),
				new RowOrder(positions, compiler, sender, rows, tenants), lifecycle);
		return new Persistence(workshop, creator, bulk,
				new BulkUpdater(models, values, automatic, readiness, rows,
						new UpdateBatches(models, order, new BulkUpdates(arrays, state), saver, sender), sender),
				new GettingOrCreating(sender, rows, creator, heard));
	}

	/**
	 * Save an instance: by an UPDATE if it has a key, by an INSERT if it has none or no
	 * row was there. Django's {@code save()}.
	 * @param instance the instance
	 * @param options how
	 * @return what became of its row
	 * @throws dev.orm.error.NotUpdatedException if a forced update found no row, or the
	 * version had moved on
	 * @throws dev.orm.error.QueryValueException if a relation points to an instance
	 * without key, or options contradict
	 */
	public Saved save(Model instance, SaveOptions options) {
		return this.workshop.saver().save(instance, options);
	}

	/**
	 * Make an instance and insert it. Django's {@code create()}.
	 * @param model the model
	 * @param assignments its attributes
	 * @param route where
	 * @return the instance
	 * @throws dev.orm.error.IllegalQueryException if there is no such attribute
	 */
	public Model create(EntityModel model, List<Assignment<?>> assignments, Route route) {
		return this.creator.create(model, assignments, route);
	}

	/**
	 * Make an instance and save nothing. Django's {@code Model(**kwargs)}.
	 * @param model the model
	 * @param assignments its attributes; values only
	 * @return the instance
	 * @throws dev.orm.error.IllegalQueryException if there is no such attribute, or only
	 * the database can compute one
	 */
	public Model build(EntityModel model, List<Assignment<?>> assignments) {
		return this.creator.build(model, assignments).plain();
	}

	/**
	 * Insert many instances by one statement for each table, and give them their keys.
	 * Django's {@code bulk_create()}.
	 * @param model the model
	 * @param instances the instances
	 * @param options how
	 */
	public void bulkCreate(EntityModel model, List<? extends Model> instances, BulkCreateOptions options) {
		this.bulkCreator.create(model, instances, options);
	}

	/**
	 * Update attributes of many instances by one statement. Django's
	 * {@code bulk_update()}.
	 * @param query where they are; rows that are not there stay as they are
	 * @param instances the instances, all with keys; of several with one key the first
	 * counts
	 * @param attributes the attributes
	 * @param options how
	 * @return how many rows matched
	 */
	public int bulkUpdate(QuerySpec query, List<? extends Model> instances, List<String> attributes,
			BulkUpdateOptions options) {
		return this.bulkUpdater.update(query, instances, attributes, options);
	}

	/**
	 * Update the rows of a query, without loading them. Django's {@code update()}.
	 * @param query the query
	 * @param assignments the attributes and their values
	 * @param route where
	 * @return how many rows matched
	 */
	public long update(QuerySpec query, List<Assignment<?>> assignments, Route route) {
		return this.workshop.updater().update(query, assignments, route);
	}

	/**
	 * Get the instance that fits, else create it. Django's {@code get_or_create()}.
	 * @param query where to look
	 * @param lookups what to look up; those without {@code __} are attributes of a new
	 * instance too
	 * @param defaults further attributes of a new instance; a supplier among the values
	 * is asked only then
	 * @param route where
	 * @return the instance, and whether it is new
	 */
	public Getting<Model> getOrCreate(QuerySpec query, List<Assignment<?>> lookups, List<Assignment<?>> defaults,
			Route route) {
		return this.gettingOrCreating.getOrCreate(query, lookups, defaults, route);
	}

	/**
	 * Lock and update the instance that fits, else create it. Django's
	 * {@code update_or_create()}.
	 * @param query where to look
	 * @param lookups what to look up; those without {@code __} are attributes of a new
	 * instance too
	 * @param updates the values an existing row gets
	 * @param createDefaults further attributes of a new instance; Django takes the
	 * updates where none are given
	 * @param route where
	 * @return the instance, and whether it is new
	 */
	public Getting<Model> updateOrCreate(QuerySpec query, List<Assignment<?>> lookups, List<Assignment<?>> updates,
			List<Assignment<?>> createDefaults, Route route) {
		return this.gettingOrCreating.updateOrCreate(query, lookups,
				new GettingOrCreating.Changes(updates, createDefaults), route);
	}

	/**
	 * Return who deletes, marks as deleted and restores.
	 * @return the deleter
	 */
	public Deleter deleter() {
		return this.workshop.deleter();
	}

	/**
	 * Write by the way back of a foreign key or of a generic one.
	 * @param owner the instance pointed to
	 * @return the writer
	 */
	public PointingWriter pointing(Owner owner) {
		return (owner.relation().typed() != null) ? new GenericWriter(owner, this.workshop)
				: new ReverseForeignKeyWriter(owner, this.workshop);
	}

	/**
	 * Change the order of rows that point to an instance.
	 * @param owner the instance pointed to
	 * @return the writer
	 * @throws dev.orm.error.IllegalQueryException if the rows have no order
	 */
	public PositionWriter positions(Owner owner) {
		return new PositionWriter(owner, this.workshop);
	}

	/**
	 * Write by a many-to-many relation.
	 * @param owner the instance
	 * @return the writer
	 */
	public ManyToManyWriter manyToMany(Owner owner) {
		return new ManyToManyWriter(owner, this.workshop);
	}

}
