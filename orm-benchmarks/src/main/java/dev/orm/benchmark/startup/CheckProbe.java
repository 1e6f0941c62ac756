package dev.orm.benchmark.startup;

import java.util.List;
import java.util.function.Supplier;

import dev.orm.Orm;
import dev.orm.benchmark.stub.StubDataSource;
import dev.orm.check.Problem;

/** Links models and checks them, as an application does at its start. */
public final class CheckProbe {

	private CheckProbe() {
	}

	/**
	 * Measure each part once.
	 * @param arguments none
	 */
	public static void main(String[] arguments) {
		// models that are named would be loaded, as an application's are not
		Orm orm = timed("link", () -> Orm.builder().dataSource(StubDataSource.orders(1)).build());
		List<Problem> problems = timed("check", orm::check);
		System.out.println("problems\t" + problems.size());
		System.exit(0);
	}

	private static <T> T timed(String what, Supplier<T> work) {
		long start = System.nanoTime();
		T answer = work.get();
		System.out.println(what + "\t" + (System.nanoTime() - start) / 1000);
		return answer;
	}

}
