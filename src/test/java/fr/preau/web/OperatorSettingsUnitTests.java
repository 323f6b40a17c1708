package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class OperatorSettingsUnitTests {
    @Test
    void readsTheGroup() {
        var operator = from(Map.of(
                "preau.operator.service-name", "Agora",
                "preau.operator.name", "Association Exemple",
                "preau.operator.address[0]", "12, rue de l'Exemple",
                "preau.operator.address[1]", "31000 Toulouse",
                "preau.operator.host.name", "Hébergeur",
                "preau.operator.host.address", "1, rue des Machines\n59000 Lille\n",
                "preau.operator.data-protection-officer.contact", "dpo@example.org"));

        assertThat(operator.serviceName()).isEqualTo("Agora");
        assertThat(operator.name()).isEqualTo("Association Exemple");
        assertThat(operator.address()).containsExactly("12, rue de l'Exemple", "31000 Toulouse");
        assertThat(operator.host().address()).containsExactly("1, rue des Machines", "59000 Lille");
        assertThat(operator.privacyContact()).isEqualTo("dpo@example.org");
    }

    @Test
    void isCalledAsTheSoftwareWhenNothingIsSaid() {
        var operator = from(Map.of());

        assertThat(operator.serviceName()).isEqualTo("Préau");
        assertThat(operator.name()).isEmpty();
        assertThat(operator.host().address()).isEmpty();
        assertThat(operator.legalBasis("message")).startsWith("mission d'intérêt public");
    }

    @Test
    void takesTheFormerTextForTheName() {
        assertThat(from(Map.of("preau.operator", " Association Exemple ")).name())
                .isEqualTo("Association Exemple");
    }

    @Test
    void prefersTheNameOfTheGroupToTheFormerText() {
        var operator = from(Map.of("preau.operator", "Avant", "preau.operator.name", "Après"));

        assertThat(operator.name()).isEqualTo("Après");
    }

    @Test
    void readsTheFormerTextBesideTheGroup() {
        var operator = from(Map.of("preau.operator", "Association", "preau.operator.telephone", "05 00 00 00 00"));

        assertThat(operator.name()).isEqualTo("Association");
        assertThat(operator.telephone()).isEqualTo("05 00 00 00 00");
    }

    @Test
    void readsTheEnvironment() {
        var former = fromEnvironment(Map.of("PREAU_OPERATOR", "Association"));
        var group = fromEnvironment(Map.of(
                "PREAU_OPERATOR_NAME", "Association",
                "PREAU_OPERATOR_SERVICENAME", "Agora",
                "PREAU_OPERATOR_HOST_NAME", "Hébergeur",
                "PREAU_OPERATOR_LEGALBASES_ACCOUNTSESSION", "intérêt légitime"));

        assertThat(former.name()).isEqualTo("Association");
        assertThat(group.name()).isEqualTo("Association");
        assertThat(group.serviceName()).isEqualTo("Agora");
        assertThat(group.host().name()).isEqualTo("Hébergeur");
        assertThat(group.legalBasis("account-session")).isEqualTo("intérêt légitime");
    }

    @Test
    void givesOneFormAnotherLegalBasis() {
        var operator = from(Map.of(
                "preau.operator.legal-basis", "mission d'intérêt public",
                "preau.operator.legal-bases.account-session", "intérêt légitime"));

        assertThat(operator.legalBasis("account-session")).isEqualTo("intérêt légitime");
        assertThat(operator.legalBasis("message")).isEqualTo("mission d'intérêt public");
    }

    private static Operator from(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("file", settings));
        return OperatorSettings.operator(environment);
    }

    private static Operator fromEnvironment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return OperatorSettings.operator(environment);
    }
}
