package dev.orm.cluster;

import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Does something to a standby, and makes it good: one fault each time it runs. */
final class StandbyFaults implements Runnable {

	private static final int LONGEST = 300;

	private final List<TestServer> standbys;

	private final Random random;

	StandbyFaults(List<TestServer> standbys, long seed) {
		this.standbys = standbys;
		this.random = new Random(seed);
	}

	@Override
	public void run() {
		TestServer standby = this.standbys.get(this.random.nextInt(this.standbys.size()));
		switch (this.random.nextInt(3)) {
			case 0 -> between(standby::kill, standby::start);
			case 1 -> between(standby::freeze, standby::thaw);
			default -> between(() -> standby.execute("SELECT pg_wal_replay_pause()"), standby::resumeReplay);
		}
		pause();
	}

	private void between(Runnable fault, Runnable mend) {
		fault.run();
		try {
			pause();
		}
		finally {
			mend.run();
		}
	}

	private void pause() {
		LockSupport.parkNanos(this.random.nextInt(LONGEST) * 1_000_000L);
	}

}
