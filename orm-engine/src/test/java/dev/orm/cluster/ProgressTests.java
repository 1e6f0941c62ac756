package dev.orm.cluster;

import dev.orm.cluster.wal.Mark;
import dev.orm.cluster.wal.Progress;
import dev.orm.cluster.wal.ServerQuestions.Replayed;
import dev.orm.cluster.wal.WalPosition;
import dev.orm.work.Moment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What positions say of a replica. */
class ProgressTests {

	private static final long SYSTEM = 7;

	private static final long PAGE = 8192 * 5;

	private final Progress progress = new Progress();

	@Test
	void aReplicaHasAllFromBeforeTheMarkItReached() {
		this.progress.expect(mark(10, PAGE + 100));
		assertThat(take(PAGE + 99, 11)).isEmpty();
		assertThat(this.progress.horizon()).isEqualTo(Moment.NEVER);
		assertThat(this.progress.behind()).isEqualTo(10);
		take(PAGE + 100, 12);
		assertThat(this.progress.horizon()).isEqualTo(10);
		assertThat(this.progress.isWaiting()).isFalse();
	}

	@Test
	void theLagIsTheAgeOfTheOldestMark() {
		this.progress.expect(mark(10, PAGE + 100));
		this.progress.expect(mark(20, PAGE + 200));
		take(PAGE + 150, 21);
		assertThat(this.progress.horizon()).isEqualTo(10);
		assertThat(this.progress.behind()).isEqualTo(20);
	}

	@Test
	void aPositionBehindThePagesHeaderIsThePagesBegin() {
		this.progress.expect(mark(10, PAGE + 24));
		take(PAGE, 11);
		assertThat(this.progress.horizon()).isEqualTo(10);
		assertThat(WalPosition.reach(PAGE + 40)).isEqualTo(PAGE);
		assertThat(WalPosition.reach(PAGE + 41)).isEqualTo(PAGE + 41);
	}

	@Test
	void aReplicaThatIsAheadOfThePrimaryHasAnotherHistory() {
		this.progress.expect(mark(10, PAGE + 100));
		take(PAGE + 500, 11);
		this.progress.expect(mark(12, PAGE + 200));
		assertThat(take(PAGE + 500, 13)).contains("histories differ");
	}

	@Test
	void aReplicaThatWentOnAfterThePrimaryWasAskedHasNot() {
		this.progress.expect(mark(10, PAGE + 100));
		take(PAGE + 500, 13);
		this.progress.expect(mark(12, PAGE + 200));
		assertThat(take(PAGE + 500, 14)).isEmpty();
	}

	@Test
	void anotherTimelineMakesWhatWasKnownVoid() {
		this.progress.expect(mark(10, PAGE + 100));
		take(PAGE + 500, 11);
		this.progress.expect(new Mark(12, new WalPosition(2, PAGE + 200), SYSTEM));
		assertThat(this.progress.horizon()).isEqualTo(Moment.NEVER);
		assertThat(take(PAGE + 500, 13)).isEmpty();
		assertThat(this.progress.horizon()).isEqualTo(12);
	}

	@Test
	void aReplicaThatStandsStillIsNotAnsweredForEver() {
		for (int i = 0; i < 1000; i++) {
			this.progress.expect(mark(10 + i, PAGE + 100 + i));
		}
		take(PAGE + 100_000, 2000);
		assertThat(this.progress.horizon()).isBetween(10L, 1010L);
		assertThat(this.progress.isWaiting()).isFalse();
	}

	private static Mark mark(long time, long position) {
		return new Mark(time, new WalPosition(1, position), SYSTEM);
	}

	private String take(long position, long time) {
		return this.progress.take(new Replayed(true, position, SYSTEM, time));
	}

}
