package dev.orm.boot.web;

import java.util.concurrent.Callable;

import dev.orm.work.UnitOfWork;
import dev.orm.work.WorkScope;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;

/** Lets the thread that answers a request work for the request's unit. */
final class CarriedWork implements CallableProcessingInterceptor {

	private final UnitOfWork unit;

	private @Nullable WorkScope scope;

	CarriedWork(UnitOfWork unit) {
		this.unit = unit;
	}

	@Override
	public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
		this.scope = UnitOfWork.enter(this.unit);
	}

	@Override
	public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object result) {
		WorkScope entered = this.scope;
		if (entered != null) {
			entered.close();
		}
	}

}
