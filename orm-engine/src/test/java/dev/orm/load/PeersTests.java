package dev.orm.load;

import java.util.ArrayList;
import java.util.List;

import dev.orm.acceptance.shop.Tag;
import dev.orm.model.Model;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Instances of a result know each other, and keep little of it alive. */
class PeersTests {

	private static final int MANY = 5000;

	private static final int MOST_COLLECTIONS = 200;

	@Test
	void allAreFoundInOrderFromAnyOfThem() {
		List<Model> instances = new ArrayList<>();
		List<Peers> leaves = new ArrayList<>();
		Peers leaf = new Peers();
		for (int i = 0; i < MANY; i++) {
			Model instance = new Tag();
			instances.add(instance);
			leaf = leaf.add(instance);
			leaves.add(leaf);
		}
		for (int i : List.of(0, 31, 32, 1023, 1024, 1025, MANY - 1)) {
			List<Model> alive = leaves.get(i).alive();
			assertThat(alive).hasSize(MANY);
			for (int j = 0; j < MANY; j++) {
				assertThat(alive.get(j)).isSameAs(instances.get(j));
			}
		}
	}

	@Test
	void oneThatIsKeptKeepsNoOther() {
		Model kept = new Tag();
		Peers leaf = lostBut(kept);
		List<Model> alive = leaf.alive();
		for (int i = 0; i < MOST_COLLECTIONS && alive.size() > 1; i++) {
			alive = List.of();
			System.gc();
			alive = leaf.alive();
		}
		assertThat(alive).singleElement().isSameAs(kept);
	}

	private static Peers lostBut(Model kept) {
		Peers leaf = new Peers();
		Peers found = leaf;
		for (int i = 0; i < MANY; i++) {
			Model instance = (i == MANY / 2) ? kept : new Tag();
			leaf = leaf.add(instance);
			found = (i == MANY / 2) ? leaf : found;
		}
		return found;
	}

}
