import { NoInput } from "@rubric/domain/identity/schemas";
import {
  addService,
  createOrganization,
  disableMember,
  enableMember,
  invite,
  inviteHired,
  listHired,
  listMembers,
  pickMembers,
  resendInvitation,
  setEstablishment,
  setManager,
  setRoles,
  showOrganization,
  showSignUp,
  updateSettings,
} from "@rubric/domain/organization";
import {
  AddServiceInput,
  ColleaguesView,
  CreatedOrganizationView,
  CreateOrganizationInput,
  InviteInput,
  MemberInput,
  HiredView,
  InviteHiredInput,
  MembersView,
  MemberView,
  OrganizationView,
  SetEstablishmentInput,
  SetManagerInput,
  SetRolesInput,
  SignUpView,
  UpdateSettingsInput,
} from "@rubric/domain/organization/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  create: command("organization.create", {
    errors: ["SIGN_UP_CLOSED", "SLUG_TAKEN", "EMAIL_TAKEN", "PASSWORD_WEAK"],
    rate: "guess",
  })
    .input(CreateOrganizationInput)
    .output(CreatedOrganizationView)
    .mutation(({ ctx, input }) => createOrganization(ctx, input)),

  showSignUp: query("organization.showSignUp", { errors: [] })
    .input(NoInput)
    .output(SignUpView)
    .query(({ ctx }) => showSignUp(ctx)),

  show: query("organization.show", { errors: [] })
    .input(NoInput)
    .output(OrganizationView)
    .query(({ ctx }) => showOrganization(ctx)),

  updateSettings: command("organization.updateSettings", { errors: [] })
    .input(UpdateSettingsInput)
    .output(OrganizationView)
    .mutation(({ ctx, input }) => updateSettings(ctx, input)),

  listMembers: query("organization.listMembers", { errors: [] })
    .input(NoInput)
    .output(MembersView)
    .query(({ ctx }) => listMembers(ctx)),

  pickMembers: query("organization.pickMembers", { errors: [] })
    .input(NoInput)
    .output(ColleaguesView)
    .query(({ ctx }) => pickMembers(ctx)),

  invite: command("organization.invite", { errors: ["MEMBER_EXISTS"] })
    .input(InviteInput)
    .output(MemberView)
    .mutation(({ ctx, input }) => invite(ctx, input)),

  resendInvitation: command("organization.resendInvitation", { errors: ["MEMBER_STATE"] })
    .input(MemberInput)
    .output(MemberView)
    .mutation(({ ctx, input }) => resendInvitation(ctx, input)),

  addService: command("organization.addService", { errors: ["MEMBER_EXISTS"] })
    .input(AddServiceInput)
    .output(MemberView)
    .mutation(({ ctx, input }) => addService(ctx, input)),

  setRoles: command("organization.setRoles", { errors: ["MEMBER_STATE", "LAST_ADMIN"] })
    .input(SetRolesInput)
    .output(MemberView)
    .mutation(({ ctx, input }) => setRoles(ctx, input)),

  setManager: command("organization.setManager", {
    errors: ["MANAGER_INACTIVE", "MANAGER_CIRCLE"],
  })
    .input(SetManagerInput)
    .output(MemberView)
    .mutation(({ ctx, input }) => setManager(ctx, input)),

  setEstablishment: command("organization.setEstablishment", { errors: [] })
    .input(SetEstablishmentInput)
    .output(MemberView)
    .mutation(({ ctx, input }) => setEstablishment(ctx, input)),

  listHired: query("organization.listHired", { errors: [] })
    .input(NoInput)
    .output(HiredView)
    .query(({ ctx }) => listHired(ctx)),

  inviteHired: command("organization.inviteHired", {
    errors: ["NOT_HIRED", "MEMBER_EXISTS", "MANAGER_INACTIVE", "MANAGER_CIRCLE"],
  })
    .input(InviteHiredInput)
    .output(MemberView)
    .mutation(({ ctx, input }) => inviteHired(ctx, input)),

  disableMember: command("organization.disableMember", { errors: ["MEMBER_STATE", "LAST_ADMIN"] })
    .input(MemberInput)
    .output(MemberView)
    .mutation(({ ctx, input }) => disableMember(ctx, input)),

  enableMember: command("organization.enableMember", { errors: ["MEMBER_STATE", "LAST_ADMIN"] })
    .input(MemberInput)
    .output(MemberView)
    .mutation(({ ctx, input }) => enableMember(ctx, input)),
});

type Routes = typeof routes;
export interface OrganizationRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const organizationRouter: OrganizationRouter = routes;
