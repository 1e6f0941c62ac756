package dev.orm.benchmark;

import java.util.concurrent.CountDownLatch;

/** Temporary. */
public final class Suite {

	private Suite() {
	}

	public static void main(String[] arguments) throws InterruptedException {
		BenchmarkDatabase database = BenchmarkDatabase.start();
		System.out.println(database.url());
		System.out.flush();
		new CountDownLatch(1).await();
	}

}
