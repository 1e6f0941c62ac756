package dev.orm.processor.shop;

import java.util.ArrayList;
import java.util.List;

import dev.orm.model.DeferredInstance;
import dev.orm.model.EntityBinding;
import dev.orm.model.InstanceState;
import dev.orm.model.GenericKey;
import dev.orm.model.LoadContext;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Generated subclasses fetch deferred fields through their accessors. */
class DeferredInstanceTests {

	private static final int ID = 3;

	private static final int NAME = 4;

	private static final int STOCK_QUANTITY = 6;

	private static final int STATUS = 12;

	private final EntityBinding<Product> binding = EntityBinding.of(Product.class);

	private final FetchLog fetches = new FetchLog();

	private Product deferred(int... fields) {
		Product product = this.binding.newDeferred();
		InstanceState.attach(product, this.fetches);
		for (int field : fields) {
			InstanceState.of(product).deferred().set(field);
		}
		return product;
	}

	@Test
	void theSubclassIsMarkedAndBoundAsItsModel() {
		Product product = deferred();
		assertThat(product).isInstanceOf(DeferredInstance.class);
		assertThat((Object) EntityBinding.of(product.getClass())).isSameAs(this.binding);
	}

	@Test
	void aGetterFetchesADeferredFieldOnce() {
		Product product = deferred(NAME);
		assertThat(product.getName()).isEqualTo("fetched");
		assertThat(product.getName()).isEqualTo("fetched");
		assertThat(this.fetches.fields).containsExactly(NAME);
	}

	@Test
	void aGetterOfALoadedFieldFetchesNothing() {
		assertThat(deferred(NAME).getId()).isNull();
		assertThat(this.fetches.fields).isEmpty();
	}

	@Test
	void aFieldThatWasSetIsNotFetched() {
		Product product = deferred(NAME);
		product.setName("mine");
		assertThat(product.getName()).isEqualTo("mine");
		assertThat(product.deferredFields()).isEmpty();
		assertThat(this.fetches.fields).isEmpty();
	}

	@Test
	void recordStyleAccessorsFetchToo() {
		Category category = EntityBinding.<Category>of(Category.class).newDeferred();
		InstanceState.attach(category, this.fetches);
		InstanceState.of(category).deferred().set(1);
		assertThat(category.name()).isEqualTo("fetched");
		InstanceState.of(category).deferred().set(1);
		assertThat(category.name("mine").name()).isEqualTo("mine");
	}

	@Test
	void aFieldWithoutAccessorOrWithAFinalOneCannotBeDeferred() {
		assertThat(this.binding.isDeferrable(ID)).isTrue();
		assertThat(this.binding.isDeferrable(STATUS)).isFalse();
		assertThat(this.binding.isDeferrable(STOCK_QUANTITY)).isFalse();
	}

	@Test
	void aFinalModelHasNoDeferredInstances() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(EntityBinding.of(Library.CoverPage.class)::newDeferred)
			.withMessageContaining("CoverPage is final");
	}

	/** Answers every fetch with the same value, and writes it down. */
	private static final class FetchLog implements LoadContext {

		private final List<Integer> fields = new ArrayList<>();

		@Override
		public Model fetchGeneric(Model owner, int field, GenericKey<?> handle) {
			throw new UnsupportedOperationException();
		}

		@Override
		public String database() {
			return "default";
		}

		@Override
		public @Nullable Model fetchTarget(Model owner, int field, ToOne<?> handle) {
			throw new UnsupportedOperationException();
		}

		@Override
		@SuppressWarnings("unchecked")
		public void fetchDeferred(Model owner, int field) {
			this.fields.add(field);
			((EntityBinding<Model>) (EntityBinding<?>) EntityBinding.of(owner.getClass())).set(owner, field, "fetched");
			InstanceState.of(owner).deferred().clear(field);
		}

		@Override
		public @Nullable Object related(Model owner, String accessor) {
			throw new UnsupportedOperationException();
		}

		@Override
		public @Nullable List<?> known(Model owner, String accessor) {
			throw new UnsupportedOperationException();
		}

		@Override
		public @Nullable Long counted(Model owner, String accessor) {
			throw new UnsupportedOperationException();
		}

	}

}
