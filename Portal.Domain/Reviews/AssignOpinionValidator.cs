using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class AssignOpinionValidator : AbstractValidator<AssignOpinionInput>
{
    public AssignOpinionValidator() => RuleFor(x => x.StaffId).Needed("Đ11");
}
