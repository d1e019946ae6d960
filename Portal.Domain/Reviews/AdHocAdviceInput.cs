namespace Portal.Domain.Reviews;

public sealed record AdHocAdviceInput : AdviceContent;
