package dev.orm.boot.work;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.work.UnitOfWork;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;

/** Tasks are units of work, or work for the one of who hands them over. */
class WorkTaskTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class,
				TaskSchedulingAutoConfiguration.class, DataSourceAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties())
		.withUserConfiguration(Jobs.class);

	@Test
	void anAsynchronousMethodWorksForTheUnitThatCallsIt() {
		this.application.run((context) -> {
			Job job = context.getBean(Job.class);
			UnitOfWork.run(() -> assertThat(job.unit().join()).isSameAs(UnitOfWork.current()));
		});
	}

	@Test
	void withoutAUnitThatCallsItItIsOne() {
		this.application.run((context) -> {
			Job job = context.getBean(Job.class);
			assertThat(job.unit().join()).isNotNull().isNotSameAs(job.unit().join());
			assertThat(UnitOfWork.current()).isNull();
		});
	}

	@Test
	void eachRunOfAScheduledMethodIsAUnit() {
		this.application.run((context) -> {
			BlockingQueue<UnitOfWork> runs = context.getBean(Job.class).runs();
			UnitOfWork first = runs.poll(5, TimeUnit.SECONDS);
			assertThat(first).isNotNull();
			assertThat(runs.poll(5, TimeUnit.SECONDS)).isNotNull().isNotSameAs(first);
		});
	}

	@Test
	void decoratorsOfTheApplicationDecorateToo() {
		this.application.withUserConfiguration(Counting.class).run((context) -> {
			Job job = context.getBean(Job.class);
			UnitOfWork.run(() -> assertThat(job.unit().join()).isSameAs(UnitOfWork.current()));
			assertThat(context.getBean(AtomicInteger.class)).hasPositiveValue();
		});
	}

	@Test
	void disabledNothingIsDecorated() {
		this.application.withPropertyValues("orm.enabled=false")
			.run((context) -> assertThat(context.getBean(Job.class).unit().join()).isNull());
	}

	@Test
	void contextPropagationCarriesTheUnit() {
		ExecutorService threads = Executors.newSingleThreadExecutor();
		try {
			ExecutorService carrying = ContextExecutorService.wrap(threads,
					() -> ContextSnapshotFactory.builder().build().captureAll());
			UnitOfWork.run(() -> assertThat(current(carrying)).isSameAs(UnitOfWork.current()));
			assertThat(current(threads)).isNull();
			assertThat(UnitOfWork.current()).isNull();
		}
		finally {
			threads.shutdown();
		}
	}

	private static @Nullable UnitOfWork current(ExecutorService threads) {
		return CompletableFuture.supplyAsync(UnitOfWork::current, threads).join();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	@EnableScheduling
	static class Jobs {

		@Bean
		Job job() {
			return new Job();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Counting {

		@Bean
		AtomicInteger decorated() {
			return new AtomicInteger();
		}

		@Bean
		TaskDecorator counting(AtomicInteger decorated) {
			return (task) -> {
				decorated.incrementAndGet();
				return task;
			};
		}

	}

	static class Job {

		private final BlockingQueue<UnitOfWork> runs = new LinkedBlockingQueue<>();

		BlockingQueue<UnitOfWork> runs() {
			return this.runs;
		}

		@Async
		CompletableFuture<@Nullable UnitOfWork> unit() {
			return CompletableFuture.completedFuture(UnitOfWork.current());
		}

		@Scheduled(fixedDelay = 20)
		void run() {
			UnitOfWork unit = UnitOfWork.current();
			if (unit != null) {
				this.runs.add(unit);
			}
		}

	}

}
