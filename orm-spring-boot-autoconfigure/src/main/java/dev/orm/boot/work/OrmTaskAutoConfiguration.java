package dev.orm.boot.work;

import dev.orm.work.UnitOfWork;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} of the tasks that Spring Boot's executor
 * and scheduler run: those of {@code @Async} and {@code @Scheduled} methods.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = { TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class })
@ConditionalOnClass(UnitOfWork.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
public final class OrmTaskAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WorkTaskDecorator ormWorkTaskDecorator() {
		return new WorkTaskDecorator();
	}

}
