package dev.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import dev.orm.error.FieldFetchBlockedException;
import dev.orm.error.RelationOperationException;
import dev.orm.error.detail.UnknownName;
import dev.orm.load.follow.Accessors;
import dev.orm.load.follow.Keys;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.InstanceState;
import dev.orm.model.GenericKey;
import dev.orm.model.LoadContext;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.observe.Purpose;
import dev.orm.query.Restriction;
import dev.orm.routing.Hints;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of one result share: their database, their fetch mode and, weakly,
 * each other. Not thread-safe, as the instances.
 */
final class ResultContext implements LoadContext {

	private final Reader reader;

	private final Route route;

	private final FetchMode mode;

	/** The time its instances are of; null for now. */
	private final Restriction.@Nullable AsOf asOf;

	/** None as long as there is one instance only. */
	private @Nullable Peers peers;

	/** That instance, which alone holds its context. */
	private @Nullable Model only;

	/** The context of the leaf that takes in the next instance. */
	private @Nullable ResultContext latest;

	private ResultContext @Nullable [] joined;

	/** How many instances fetch one by one; counted only if they do. */
	private int alone;

	ResultContext(Reader reader, Route route, FetchMode mode, Restriction.@Nullable AsOf asOf) {
		this(reader, route, mode, asOf, null);
	}

	private ResultContext(Reader reader, Route route, FetchMode mode, Restriction.@Nullable AsOf asOf,
			@Nullable Peers peers) {
		this.asOf = asOf;
		this.reader = reader;
		this.route = route;
		this.mode = mode;
		this.peers = peers;
	}

	@Override
	public String database() {
		return this.route.alias();
	}

	/** How more is read for an instance: the routers see it. */
	ReadOptions options(EntityModel wanted, Model owner) {
		Route read = this.reader.routes().read(wanted, null, Hints.of(owner));
		return ReadOptions.DEFAULT.using(read).fetchMode(this.mode).asOf(this.asOf);
	}

	/** The time its instances are of; null for now. */
	Restriction.@Nullable AsOf asOf() {
		return this.asOf;
	}

	/** Attach an instance of the result, without peers. */
	void attach(Model instance) {
		InstanceState.attach(instance, this);
	}

	/** Attach an instance that was saved, and let it have the handles of one. */
	void adopt(Model instance, EntityBinding<Model> binding) {
		attach(instance);
		binding.born(instance);
	}

	/** Attach an instance of the result and let it and the others know each other. */
	@SuppressWarnings("ReferenceEquality") // a full leaf has another after it
	void attachPeer(Model instance) {
		if (this.mode == FetchMode.ONE || this.mode == FetchMode.RAISE) {
			this.alone++;
			attach(instance);
			return;
		}
		if (this.latest == null) {
			this.only = instance;
			this.latest = this;
		}
		else {
			Peers before = known();
			Peers leaf = before.add(instance);
			if (leaf != before) {
				this.latest = new ResultContext(this.reader, this.route, this.mode, this.asOf, leaf);
			}
		}
		InstanceState.attach(instance, this.latest);
	}

	/** The instances before the next one. */
	private Peers known() {
		Model first = this.only;
		if (first != null) {
			this.only = null;
			this.peers = new Peers().add(first);
		}
		return Objects.requireNonNull(Objects.requireNonNull(this.latest).peers);
	}

	/**
	 * The context of one of the models joined to the rows: they have peers of their own.
	 */
	ResultContext joined(int index, int models) {
		if (this.joined == null) {
			this.joined = new ResultContext[models];
		}
		if (this.joined[index] == null) {
			this.joined[index] = new ResultContext(this.reader, this.route, this.mode, this.asOf);
		}
		return this.joined[index];
	}

	@Override
	@SuppressWarnings("ReferenceEquality") // another handle may have another key
	public @Nullable Model fetchTarget(Model owner, int field, ToOne<?> handle) {
		FieldModel key = model(owner).fields().get(field);
		RelationModel relation = Objects.requireNonNull(key.relation(), key::toString);
		if (Keys.held(owner, key) != handle) {
			check(owner, key.toString(), key.name(), 1);
			return fetcher(relation, List.of(owner)).target(relation, Objects.requireNonNull(handle.id()));
		}
		Predicate<Model> lacks = (peer) -> isUnfetched(peer, key);
		if (key.isParentLink() && ParentRows.areLoaded(owner, relation)) {
			ParentRows parents = new ParentRows(relation,
					new ResultContext(this.reader, this.route, this.mode, this.asOf));
			peers(owner, lacks.and((peer) -> ParentRows.areLoaded(peer, relation))).forEach(parents::make);
		}
		else {
			List<Model> owners = owners(owner, key.toString(), key.name(), lacks);
			fetcher(relation, owners).forward(owners, relation, null, null);
		}
		return handle.fetched();
	}

	@Override
	@SuppressWarnings("ReferenceEquality") // another handle may have another key
	public @Nullable Model fetchGeneric(Model owner, int field, GenericKey<?> handle) {
		FieldModel type = model(owner).fields().get(field);
		String attribute = type.name().split("__", 2)[0];
		String what = model(owner).name() + "." + attribute;
		GenericFetcher fetcher = new GenericFetcher(this.reader, options(model(owner), owner));
		if (GenericFetcher.handle(owner, type) != handle) {
			check(owner, what, attribute, 1);
			return fetcher.target(handle, owner);
		}
		fetcher.fetch(owners(owner, what, attribute, (peer) -> !GenericFetcher.handle(peer, type).isFetched()), type,
				List.of());
		return handle.fetched();
	}

	private RelationFetcher fetcher(RelationModel relation, List<Model> owners) {
		return new RelationFetcher(this.reader, fetching(relation, owners));
	}

	private ReadOptions fetching(RelationModel relation, List<Model> owners) {
		Purpose.Kind kind = (owners.size() > 1) ? Purpose.Kind.PEERS
				: (this.alone > 1) ? Purpose.Kind.ONE_OF_MANY : Purpose.Kind.SINGLE;
		return options(relation.target(), owners.get(0)).meant(this.reader.purposes().of(relation, kind));
	}

	private static boolean isUnfetched(Model peer, FieldModel key) {
		ToOne<Model> handle = Keys.held(peer, key);
		return handle != null && !handle.isFetched();
	}

	@Override
	public void fetchDeferred(Model owner, int field) {
		FieldModel missing = model(owner).fields().get(field);
		List<Model> owners = owners(owner, missing.toString(), missing.name(), (peer) -> isDeferred(peer, field));
		new DeferredFetcher(this.reader, options(model(owner), owner)).fetch(owners, missing);
	}

	private static boolean isDeferred(Model instance, int field) {
		InstanceState state = InstanceState.ifPresent(instance);
		return state != null && state.deferred().get(field);
	}

	@Override
	public @Nullable Object related(Model owner, String accessor) {
		RelationModel relation = relation(owner, accessor);
		if (relation.multiValued()) {
			return this.reader.managers().related(owner, relation);
		}
		return relation.forward() ? forward(owner, relation) : reverse(owner, relation);
	}

	private RelationModel relation(Model owner, String accessor) {
		EntityModel model = model(owner);
		return Accessors.find(model, accessor)
			.orElseThrow(
					() -> new RelationOperationException("%s has no relation '%s'.".formatted(model.name(), accessor),
							UnknownName.of(model.name(), accessor, Accessors.of(model))));
	}

	@Override
	public @Nullable List<?> known(Model owner, String accessor) {
		RelationModel relation = relation(owner, accessor);
		List<?> known = PeerRows.rows(owner, relation);
		if (known != null) {
			return known;
		}
		List<Model> owners = owners(owner, relation.toString(), accessor,
				(peer) -> PeerRows.rows(peer, relation) == null);
		return new PeerRows(this.reader, fetching(relation, owners), relation).fetch(owners);
	}

	@Override
	public @Nullable Long counted(Model owner, String accessor) {
		RelationModel relation = relation(owner, accessor);
		Long known = PeerRows.count(owner, relation);
		if (known != null) {
			return known;
		}
		List<Model> owners = owners(owner, relation.toString(), accessor,
				(peer) -> PeerRows.count(peer, relation) == null);
		return new PeerRows(this.reader, fetching(relation, owners), relation).count(owners);
	}

	private static @Nullable Object forward(Model owner, RelationModel relation) {
		return Keys.handle(owner, relation).orNull();
	}

	private @Nullable Object reverse(Model owner, RelationModel relation) {
		if (!InstanceState.of(owner).related().containsKey(relation.name())) {
			List<Model> owners = owners(owner, relation.toString(), relation.name(),
					(peer) -> !InstanceState.of(peer).related().containsKey(relation.name()));
			fetcher(relation, owners).reverseOne(owners, relation, null, relation.name());
		}
		return InstanceState.of(owner).related().get(relation.name());
	}

	private EntityModel model(Model instance) {
		return this.reader.models().model(instance.getClass());
	}

	private List<Model> owners(Model owner, String what, String attribute, Predicate<Model> lacks) {
		List<Model> alive = peers(owner, lacks);
		check(owner, what, attribute, alive.size());
		return (this.mode == FetchMode.ONE) ? alive.subList(0, 1) : alive;
	}

	/** Return an instance and those of its result that lack the same. */
	@SuppressWarnings("ReferenceEquality") // two instances of one row are peers too
	private List<Model> peers(Model owner, Predicate<Model> lacks) {
		List<Model> alive = new ArrayList<>();
		alive.add(owner);
		for (Model peer : (this.peers != null) ? this.peers.alive() : List.<Model>of()) {
			if (peer != owner && peer.getClass() == owner.getClass() && lacks.test(peer)) {
				alive.add(peer);
			}
		}
		return alive;
	}

	private void check(Model owner, String what, String attribute, int peers) {
		if (this.mode == FetchMode.RAISE) {
			throw new FieldFetchBlockedException(
					"Fetching of %s is blocked by the fetch mode RAISE. Load it with selectRelated, prefetchRelated or only."
						.formatted(what),
					model(owner).name(), attribute);
		}
		if (this.mode == FetchMode.RAISE_N_PLUS_ONE && peers > 1) {
			throw new FieldFetchBlockedException(
					"Fetching of %s for one of %d instances would be an N+1 query. Load it with selectRelated or prefetchRelated."
						.formatted(what, peers),
					model(owner).name(), attribute);
		}
	}

}
