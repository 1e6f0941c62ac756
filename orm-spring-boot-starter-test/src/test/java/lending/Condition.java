package lending;

import dev.orm.choice.IntChoice;

// tag::condition[]
public enum Condition implements IntChoice {

	AS_NEW(1), USED(2), BROKEN(9);

	private final int value;

	Condition(int value) {
		this.value = value;
	}

	@Override
	public int value() {
		return this.value;
	}

}
// end::condition[]
