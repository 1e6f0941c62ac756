package dev.orm.boot.web;

import org.junit.jupiter.api.Test;

import org.springframework.boot.devtools.settings.DevToolsSettings;

import static org.assertj.core.api.Assertions.assertThat;

class DeveloperToolsTests {

	@Test
	void developersAreToldWhatStatementsCameTo() {
		assertThat(DevToolsSettings.get().getPropertyDefaults()).containsEntry("orm.server-timing", "true");
	}

}
