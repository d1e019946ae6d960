using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

/// <summary>Đ5.7: to a person or to a group; to nobody and to both are told where they are mended.</summary>
internal static class GivenToOneRules
{
    public static void IsGivenToOne<T>(this FormRules<T> rules)
        where T : IGivenToOne
    {
        rules.RuleFor(x => x.AssigneeId).NotEmpty().WithErrorCode("Task.ToNobody").WithState(_ => "Đ5.7")
            .When(x => string.IsNullOrEmpty(x.GroupId));
        rules.RuleFor(x => x.GroupId).Empty().WithErrorCode("Task.ToBoth").WithState(_ => "Đ5.7")
            .When(x => !string.IsNullOrEmpty(x.AssigneeId));
    }
}
