namespace Portal.Domain.Reviews;

public sealed class AdviceValidator : AdviceContentValidator<AdviceInput>;
