namespace Portal.Domain.Reviews;

public enum ConsultationStance
{
    Agree,
    AgreeWithChange,
    Disagree,
}
