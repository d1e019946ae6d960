namespace Portal.Domain.Reviews;

public record AdHocDecisionInput : DecisionContent;
