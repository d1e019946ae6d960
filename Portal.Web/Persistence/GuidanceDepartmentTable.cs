using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Guidance;

namespace Portal.Web.Persistence;

internal sealed class GuidanceDepartmentTable : IEntityTypeConfiguration<GuidanceDepartment>
{
    public void Configure(EntityTypeBuilder<GuidanceDepartment> e)
    {
        e.ToTable("GuidanceDepartments");
        e.HasKey(d => new { d.ActionId, d.DepartmentId });
        e.HasIndex(d => d.DepartmentId);
    }
}
